/** What of this person reaches the others: picture and sound, how loud they are, and being listened to once they agreed to it. */
import type { Cell } from "../cell";
import type { ClientFrame } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import type { Consent } from "./Consent";
import type { Devices } from "./Devices";
import type { Level, Levels } from "./Levels";
import type { Listening } from "./Listening";
import type { Mesh } from "./Mesh";
import type { RoomView } from "./RoomView";

export interface PresenceParts {
    view: Cell<RoomView>;
    levels: Cell<Record<Id, Level>>;
    devices: Devices;
    meter: Levels;
    mesh: Mesh;
    consent: Consent;
    listening: Listening;
    send: (frame: ClientFrame) => void;
}

export class Presence {
    private readonly endings: (() => void)[];

    constructor(private readonly parts: PresenceParts) {
        this.endings = [
            parts.devices.view.subscribe(() => this.show()),
            parts.meter.level.subscribe(() => this.tellLevel()),
            parts.consent.state.subscribe(() => this.tendListening()),
        ];
    }

    /** Says again what is on, and shows it. */
    show(): void {
        const { stream, microphone, camera } = this.parts.devices.view.get();
        this.parts.mesh.show(stream ?? new MediaStream());
        this.parts.send({ type: "media", payload: { audio: microphone === "on", video: camera === "on" } });
        this.tendListening();
    }

    close(): void {
        this.endings.forEach((end) => end());
        this.parts.levels.set({});
    }

    private tendListening(): void {
        const { consent, listening } = this.parts;
        if (consent.state.get() !== "given") listening.discard();
        else if (this.microphoneIsOn()) listening.start();
        else listening.stop();
    }

    private tellLevel(): void {
        const { view, levels, meter, listening, send } = this.parts;
        const level = meter.level.get();
        const { self, withoutMedia } = view.get();
        if (!self) return;
        levels.patch({ [self.participantId]: level });
        if (this.microphoneIsOn() && !withoutMedia) send({ type: "level", payload: level });
        if (level.speaking) listening.voiceHeard();
    }

    private microphoneIsOn(): boolean {
        return this.parts.devices.view.get().microphone === "on";
    }
}
