/** Media with everybody: one negotiation for each other person, and what comes from them. */
import { Cell } from "../cell";
import type { ClientFrame, ServerFrame, ServerPayloads } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import { Negotiation } from "./Negotiation";

export interface Reception {
    stream: MediaStream | undefined;
    state: RTCPeerConnectionState;
}

type Ice = ServerPayloads["ice-servers"];
const answerWithin = 2_000;

type Description = Extract<ServerFrame, { type: "offer" | "answer" }>;

export class Mesh {
    readonly receptions = new Cell<Record<Id, Reception>>({});
    private readonly peers = new Map<Id, Negotiation>();
    private ice: Ice = { iceServers: [], iceTransportPolicy: "all" };
    private asked: { answer: Promise<Ice>; give: (ice: Ice) => void } | undefined;
    private local = new MediaStream();

    constructor(
        private readonly send: (frame: ClientFrame) => void,
        private readonly negotiation: (settings: ConstructorParameters<typeof Negotiation>[0]) => Negotiation = (
            settings,
        ) => new Negotiation(settings),
    ) {}

    /** For connections that are made or restarted from now on. */
    useServers({ iceServers, iceTransportPolicy }: Ice): void {
        this.ice = { iceServers, iceTransportPolicy };
        this.asked?.give(this.ice);
    }

    /** What everybody gets from now on. */
    show(stream: MediaStream): void {
        this.local = stream;
        this.peers.forEach((peer) => this.present(peer));
    }

    negotiate({ peer, polite, epoch }: { peer: Id; polite: boolean; epoch: number }): void {
        this.drop(peer);
        this.receive(peer, { stream: undefined, state: "connecting" });
        const negotiation = this.negotiation({
            peer,
            polite,
            epoch,
            ...this.ice,
            freshServers: () => this.freshServers(),
            send: this.send,
            onStream: (stream) => this.receive(peer, { stream }),
            onState: (state) => this.receive(peer, { state }),
        });
        this.peers.set(peer, negotiation);
        this.present(negotiation);
    }

    describe({ type, from, payload }: Description): void {
        const peer = this.peers.get(from);
        peer?.describe(type, payload).catch(() => this.amiss(from, peer));
    }

    addCandidate(from: Id, payload: { candidate: RTCIceCandidateInit | null; epoch: number }): void {
        // One way that cannot be tried is no harm; whether any works is seen by the path, which is looked for anew.
        this.peers
            .get(from)
            ?.addCandidate(payload)
            .catch(() => {});
    }

    /** What the browser counts of each connection. */
    statistics(): [Id, () => Promise<RTCStatsReport>][] {
        return [...this.peers].map(([peer, negotiation]) => [peer, () => negotiation.statistics()]);
    }

    /** After a lost line: media that did not survive. */
    mend(): void {
        this.peers.forEach((peer, id) => peer.mend().catch(() => this.amiss(id, peer)));
    }

    /** This machine has another network: all paths lead over the old one. */
    restart(): void {
        this.peers.forEach((peer, id) => peer.restart().catch(() => this.amiss(id, peer)));
    }

    drop(peer: Id): void {
        this.peers.get(peer)?.close();
        this.peers.delete(peer);
        const { [peer]: _, ...others } = this.receptions.get();
        this.receptions.set(others);
    }

    close(): void {
        [...this.peers.keys()].forEach((peer) => this.drop(peer));
    }

    /** What the other side said cannot be followed: said anew, a few times, and then the page tells that there is no media. */
    private amiss(id: Id, peer: Negotiation): void {
        if (this.peers.get(id) !== peer) return;
        peer.startOver().then(
            (tried) => tried || this.receive(id, { state: "failed" }),
            () => this.receive(id, { state: "failed" }),
        );
    }

    /** One question for all who restart at once. Without an answer the servers that are known have to do. */
    private freshServers(): Promise<Ice> {
        if (this.asked) return this.asked.answer;
        let give: (ice: Ice) => void = () => {};
        const answer = new Promise<Ice>((resolve) => {
            const late = setTimeout(() => give(this.ice), answerWithin);
            give = (ice) => {
                clearTimeout(late);
                this.asked = undefined;
                resolve(ice);
            };
        });
        this.asked = { answer, give };
        this.send({ type: "ice-servers", payload: {} });
        return answer;
    }

    private present(peer: Negotiation): void {
        peer.show("audio", this.local.getAudioTracks()[0] ?? null, this.local);
        peer.show("video", this.local.getVideoTracks()[0] ?? null, this.local);
    }

    private receive(peer: Id, part: Partial<Reception>): void {
        const before = this.receptions.get()[peer] ?? { stream: undefined, state: "new" };
        this.receptions.patch({ [peer]: { ...before, ...part } });
    }
}
