/** This person's camera and microphone. Either may be missing, refused or switched off; the room works all the same. */
import { Cell } from "../cell";

export type Switch = "asking" | "on" | "off" | "missing" | "refused";

export interface DevicesView {
    microphone: Switch;
    camera: Switch;
    stream: MediaStream | undefined;
}

const wanted = {
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24 } },
} as const;

type Media = Pick<MediaDevices, "getUserMedia">;

export class Devices {
    readonly view = new Cell<DevicesView>({ microphone: "asking", camera: "asking", stream: undefined });
    private closed = false;

    constructor(private readonly media: Media | undefined = navigator.mediaDevices as MediaDevices | undefined) {
        void this.open();
    }

    /** Silences the microphone without letting it go, so that speaking again is instant. */
    switchMicrophone(on: boolean): void {
        const [track] = this.view.get().stream?.getAudioTracks() ?? [];
        if (!track) return;
        track.enabled = on;
        this.view.patch({ microphone: on ? "on" : "off" });
    }

    /** Lets the camera go when off, so that its light goes out. */
    async switchCamera(on: boolean): Promise<void> {
        const { stream } = this.view.get();
        stream?.getVideoTracks().forEach((track) => track.stop());
        if (!on) return this.settle(stream?.getAudioTracks() ?? [], { camera: "off" });
        this.view.patch({ camera: "asking" });
        const [camera, video] = await this.ask("video");
        this.settle([...(this.view.get().stream?.getAudioTracks() ?? []), ...video], { camera });
    }

    reopen(): void {
        if (!this.closed) return;
        this.closed = false;
        this.view.patch({ microphone: "asking", camera: "asking" });
        void this.open();
    }

    close(): void {
        this.closed = true;
        this.view
            .get()
            .stream?.getTracks()
            .forEach((track) => track.stop());
        this.view.patch({ stream: undefined, microphone: "off", camera: "off" });
    }

    private async open(): Promise<void> {
        // Both in one question where the machine has both; otherwise each by itself, so that one refusal does not cost the other.
        const both = await this.request({ audio: wanted.audio, video: wanted.video });
        if (both instanceof MediaStream) return this.settle(both.getTracks(), { microphone: "on", camera: "on" });
        const [microphone, audio] = await this.ask("audio");
        const [camera, video] = await this.ask("video");
        this.settle([...audio, ...video], { microphone, camera });
    }

    private async ask(kind: "audio" | "video"): Promise<[Switch, MediaStreamTrack[]]> {
        const answer = await this.request({ [kind]: wanted[kind] });
        return answer instanceof MediaStream ? ["on", answer.getTracks()] : [answer, []];
    }

    private async request(constraints: MediaStreamConstraints): Promise<MediaStream | Switch> {
        if (!this.media) return "missing";
        try {
            return await this.media.getUserMedia(constraints);
        } catch (refused) {
            return refused instanceof DOMException && refused.name === "NotAllowedError" ? "refused" : "missing";
        }
    }

    private settle(tracks: MediaStreamTrack[], part: Partial<DevicesView>): void {
        if (this.closed) return tracks.forEach((track) => track.stop());
        this.view.patch({ ...part, stream: tracks.length > 0 ? new MediaStream(tracks) : undefined });
    }
}
