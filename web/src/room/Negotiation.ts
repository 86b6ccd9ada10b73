/** Media with one other person: perfect negotiation (W3C webrtc-pc §10.7) under one epoch of the server's. */
import type { ClientFrame } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import type { IceServer } from "../wire/views/meetings";

type Signal = Extract<ClientFrame, { type: "offer" | "answer" | "candidate" }>;
type Kind = "audio" | "video";

interface Settings {
    peer: Id;
    polite: boolean;
    epoch: number;
    iceServers: IceServer[];
    iceTransportPolicy: RTCIceTransportPolicy;
    /** Asked before each restart: credentials of relays do not last. */
    freshServers: () => Promise<RTCConfiguration>;
    send: (frame: Signal) => void;
    onStream: (stream: MediaStream) => void;
    onState: (state: RTCPeerConnectionState) => void;
    connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
    waits?: Waits;
}

interface Waits {
    /** How long a shaky connection may mend itself before ICE starts again. */
    shaky: number;
    /** How long the polite side lets the other begin. */
    courtesy: number;
    /** How long a path may be looked for before ICE starts again, and how often. */
    stuck: number;
    restarts: number;
}

const usual: Waits = { shaky: 2_500, courtesy: 1_000, stuck: 8_000, restarts: 3 };

export class Negotiation {
    private readonly connection: RTCPeerConnection;
    private readonly remote = new MediaStream();
    private readonly senders = new Map<Kind, RTCRtpSender>();
    private readonly shown = new Map<Kind, [MediaStreamTrack | null, MediaStream]>();
    private readonly waits: Waits;
    private begun = false;
    private makingOffer = false;
    private ignoreOffer = false;
    private settingRemoteAnswer = false;
    private closed = false;
    private restarts = 0;
    private shaky: ReturnType<typeof setTimeout> | undefined;
    private stuck: ReturnType<typeof setTimeout> | undefined;
    private readonly courtesy: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly is: Settings) {
        this.waits = is.waits ?? usual;
        const connect = is.connect ?? ((configuration) => new RTCPeerConnection(configuration));
        this.connection = connect({ iceServers: is.iceServers, iceTransportPolicy: is.iceTransportPolicy });
        this.connection.onnegotiationneeded = () => this.tend(this.offer());
        this.connection.onicecandidate = ({ candidate }) =>
            this.signal({
                type: "candidate",
                to: is.peer,
                payload: { candidate: candidate?.toJSON() ?? null, epoch: is.epoch },
            });
        this.connection.ontrack = ({ track }) => this.heard(track);
        this.connection.onconnectionstatechange = () => {
            if (this.connection.connectionState === "connected") this.restarts = 0;
            this.is.onState(this.connection.connectionState);
        };
        this.connection.oniceconnectionstatechange = () => this.watchIce();
        // Two first offers at once are legal, but Chromium (seen in 156) sometimes gathers no candidates after taking its own back.
        if (is.polite) this.courtesy = setTimeout(() => this.begin(), this.waits.courtesy);
        else this.begin();
    }

    /** What the other side gets from now on. A kind that was sent before needs no new offer. */
    show(kind: Kind, track: MediaStreamTrack | null, stream: MediaStream): void {
        this.shown.set(kind, [track, stream]);
        if (this.begun) this.present(kind, track, stream);
    }

    async describe(type: "offer" | "answer", { sdp, epoch }: { sdp: string; epoch: number }): Promise<void> {
        if (this.closed || epoch !== this.is.epoch) return;
        const ready = !this.makingOffer && (this.connection.signalingState === "stable" || this.settingRemoteAnswer);
        const collision = type === "offer" && !ready;
        this.ignoreOffer = !this.is.polite && collision;
        if (this.ignoreOffer) return;
        this.settingRemoteAnswer = type === "answer";
        try {
            // On a collision the polite side takes its own offer back by this.
            await this.connection.setRemoteDescription({ type, sdp });
        } finally {
            this.settingRemoteAnswer = false;
        }
        if (type === "answer" || this.closed) return;
        this.begin();
        await this.connection.setLocalDescription();
        this.sendDescription();
    }

    async addCandidate({ candidate, epoch }: { candidate: RTCIceCandidateInit | null; epoch: number }): Promise<void> {
        if (this.closed || epoch !== this.is.epoch) return;
        try {
            await this.connection.addIceCandidate(candidate ?? undefined);
        } catch (broken) {
            if (!this.ignoreOffer) throw broken;
        }
    }

    /** After a lost line. Frames that were lost are said again by the line, so an offer that is under way stays valid. */
    async mend(): Promise<void> {
        if (this.connection.connectionState === "connected" || this.connection.signalingState !== "stable") return;
        await this.restart();
    }

    /** Looks for a path anew, with fresh servers. */
    async restart(): Promise<void> {
        const servers = await this.is.freshServers();
        if (this.closed) return;
        this.connection.setConfiguration(servers);
        this.connection.restartIce();
    }

    /** As if nothing had been said yet; not for ever. Says whether it was tried. */
    async startOver(): Promise<boolean> {
        if (this.closed || this.restarts++ >= this.waits.restarts) return false;
        if (this.connection.signalingState === "have-local-offer")
            await this.connection.setLocalDescription({ type: "rollback" });
        await this.restart();
        return true;
    }

    statistics(): Promise<RTCStatsReport> {
        return this.connection.getStats();
    }

    close(): void {
        this.closed = true;
        [this.shaky, this.stuck, this.courtesy].forEach(clearTimeout);
        this.connection.close();
    }

    private begin(): void {
        if (this.begun) return;
        this.begun = true;
        clearTimeout(this.courtesy);
        this.shown.forEach(([track, stream], kind) => this.present(kind, track, stream));
    }

    private present(kind: Kind, track: MediaStreamTrack | null, stream: MediaStream): void {
        const sender = this.senders.get(kind);
        if (sender) void sender.replaceTrack(track);
        else if (track) this.senders.set(kind, this.connection.addTrack(track, stream));
    }

    private async offer(): Promise<void> {
        try {
            this.makingOffer = true;
            await this.connection.setLocalDescription();
            this.sendDescription();
        } catch (broken) {
            if (!this.closed) throw broken;
        } finally {
            this.makingOffer = false;
        }
    }

    private sendDescription(): void {
        const description = this.connection.localDescription;
        if (description?.type !== "offer" && description?.type !== "answer") return;
        const payload = { sdp: description.sdp, epoch: this.is.epoch };
        this.signal({ type: description.type, to: this.is.peer, payload });
        this.watchPath();
    }

    /** An offer that is not answered in time, or a path that is not found, is begun anew. */
    private watchPath(): void {
        clearTimeout(this.stuck);
        if (this.closed) return;
        this.stuck = setTimeout(() => {
            const { signalingState, connectionState } = this.connection;
            if (signalingState !== "stable" || connectionState !== "connected") this.tend(this.startOver());
            else this.restarts = 0;
        }, this.waits.stuck);
    }

    /** What went wrong while mending is told; the next look comes by the path. */
    private tend(work: Promise<unknown>): void {
        work.catch(() => this.closed || this.is.onState("failed"));
    }

    private signal(frame: Signal): void {
        if (!this.closed) this.is.send(frame);
    }

    private heard(track: MediaStreamTrack): void {
        this.remote.addTrack(track);
        this.is.onStream(this.remote);
    }

    private watchIce(): void {
        clearTimeout(this.shaky);
        const state = this.connection.iceConnectionState;
        if (state === "failed") this.tend(this.restart());
        if (state === "disconnected") this.shaky = setTimeout(() => this.tend(this.restart()), this.waits.shaky);
    }
}
