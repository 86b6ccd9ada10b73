import { beforeEach, describe, expect, it, vi } from "vitest";
import { Negotiation } from "./Negotiation";

type Signal = Parameters<ConstructorParameters<typeof Negotiation>[0]["send"]>[0];

/** A peer connection that keeps the signalling states of webrtc-pc, implicit rollback included, and nothing else. */
class Connection {
    signalingState = "stable";
    connectionState = "new";
    iceConnectionState = "new";
    localDescription: { type: string; sdp: string } | null = null;
    remoteDescription: { type: string; sdp: string } | null = null;
    restarts = 0;
    configuration: unknown;
    closed = false;
    candidates: unknown[] = [];
    failCandidates = false;
    tracks: unknown[] = [];
    onnegotiationneeded: () => void = () => {};
    onicecandidate: (event: { candidate: null }) => void = () => {};
    ontrack: (event: { track: unknown }) => void = () => {};
    onconnectionstatechange: () => void = () => {};
    oniceconnectionstatechange: () => void = () => {};
    private made = 0;

    constructor(private readonly name: string) {}

    async setLocalDescription(description?: { type: string }) {
        if (description?.type === "rollback") {
            this.signalingState = "stable";
            return;
        }
        const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
        this.localDescription = { type, sdp: `${type} ${++this.made} of ${this.name}` };
        this.signalingState = type === "offer" ? "have-local-offer" : "stable";
    }
    async setRemoteDescription(description: { type: string; sdp: string }) {
        if (description.type === "answer" && this.signalingState !== "have-local-offer")
            throw new Error("answer to nothing");
        this.remoteDescription = description;
        this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
    }
    async addIceCandidate(candidate: unknown) {
        if (this.failCandidates) throw new Error("unknown ufrag");
        this.candidates.push(candidate);
    }
    addTrack(track: unknown) {
        this.tracks.push(track);
        return { replaceTrack: async (next: unknown) => void this.tracks.splice(0, 1, next) };
    }
    setConfiguration(configuration: unknown) {
        this.configuration = configuration;
    }
    restartIce() {
        this.restarts++;
    }
    close() {
        this.closed = true;
    }
}

class Stream {
    tracks: unknown[] = [];
    addTrack(track: unknown) {
        this.tracks.push(track);
    }
}

beforeEach(() => void vi.stubGlobal("MediaStream", Stream));

const fresh = { iceServers: [{ urls: ["turn:fresh.example.org"] }] };

function somebody(name: string, polite: boolean, epoch = 1) {
    const connection = new Connection(name);
    const sent: Signal[] = [];
    const negotiation = new Negotiation({
        peer: "other",
        polite,
        epoch,
        iceServers: [],
        iceTransportPolicy: "all",
        freshServers: async () => fresh,
        send: (frame) => sent.push(frame),
        onStream: () => {},
        onState: () => {},
        connect: () => connection as unknown as RTCPeerConnection,
        waits: { shaky: 100, courtesy: 50, stuck: 5_000, restarts: 2 },
    });
    return { connection, negotiation, sent };
}

/** Carries what was said since the last time to the other, in order. */
async function carry(from: { sent: Signal[] }, to: { negotiation: Negotiation }) {
    for (const frame of from.sent.splice(0)) {
        if (frame.type === "candidate") await to.negotiation.addCandidate(frame.payload);
        else await to.negotiation.describe(frame.type, frame.payload);
    }
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("negotiating", () => {
    it("an offer is answered, and both are stable", async () => {
        const [alice, bob] = [somebody("alice", false), somebody("bob", true)];
        alice.connection.onnegotiationneeded();
        await settled();
        await carry(alice, bob);
        await carry(bob, alice);
        expect(bob.connection.remoteDescription?.sdp).toBe("offer 1 of alice");
        expect(alice.connection.remoteDescription?.sdp).toBe("answer 1 of bob");
        expect([alice, bob].map(({ connection }) => connection.signalingState)).toEqual(["stable", "stable"]);
    });

    it("of two offers at once the impolite one wins, and both are stable", async () => {
        const [alice, bob] = [somebody("alice", false), somebody("bob", true)];
        alice.connection.onnegotiationneeded();
        bob.connection.onnegotiationneeded();
        await settled();
        const offerOfAlice = alice.sent.splice(0);
        await carry(bob, alice);
        expect(alice.sent).toEqual([]);
        alice.sent.push(...offerOfAlice);
        await carry(alice, bob);
        await carry(bob, alice);
        expect(bob.connection.remoteDescription?.sdp).toBe("offer 1 of alice");
        expect([alice, bob].map(({ connection }) => connection.signalingState)).toEqual(["stable", "stable"]);
    });

    it("candidates of an ignored offer may fail, others may not", async () => {
        const { negotiation, connection } = somebody("alice", false);
        const candidate = { candidate: { candidate: "candidate:1" }, epoch: 1 };
        connection.failCandidates = true;
        await expect(negotiation.addCandidate(candidate)).rejects.toThrow("unknown ufrag");
        connection.onnegotiationneeded();
        await settled();
        await negotiation.describe("offer", { sdp: "offer of bob", epoch: 1 });
        await expect(negotiation.addCandidate(candidate)).resolves.toBeUndefined();
    });

    it("frames of another epoch are not for this connection", async () => {
        const { negotiation, connection, sent } = somebody("bob", true, 2);
        await negotiation.describe("offer", { sdp: "an old offer", epoch: 1 });
        await negotiation.addCandidate({ candidate: { candidate: "candidate:1" }, epoch: 1 });
        expect([connection.remoteDescription, connection.candidates, sent]).toEqual([null, [], []]);
    });

    it("the end of candidates is passed on", async () => {
        const { negotiation, connection, sent } = somebody("bob", true);
        connection.onicecandidate({ candidate: null });
        expect(sent).toEqual([{ type: "candidate", to: "other", payload: { candidate: null, epoch: 1 } }]);
        await negotiation.addCandidate({ candidate: null, epoch: 1 });
        expect(connection.candidates).toHaveLength(1);
    });
});

describe("what is sent", () => {
    const camera = { kind: "video" } as MediaStreamTrack;

    it("a camera that comes back takes its old place", () => {
        const { negotiation, connection } = somebody("alice", false);
        const stream = new MediaStream();
        negotiation.show("video", null, stream);
        expect(connection.tracks).toEqual([]);
        negotiation.show("video", camera, stream);
        negotiation.show("video", null, stream);
        expect(connection.tracks).toEqual([null]);
        negotiation.show("video", camera, stream);
        expect(connection.tracks).toEqual([camera]);
    });
});

describe("who begins", () => {
    const microphone = { kind: "audio" } as MediaStreamTrack;

    it("is the impolite one", () => {
        const { negotiation, connection } = somebody("alice", false);
        negotiation.show("audio", microphone, new MediaStream());
        expect(connection.tracks).toEqual([microphone]);
    });

    it("the polite one shows its media with its answer", async () => {
        const { negotiation, connection, sent } = somebody("bob", true);
        negotiation.show("audio", microphone, new MediaStream());
        expect(connection.tracks).toEqual([]);
        await negotiation.describe("offer", { sdp: "offer 1 of alice", epoch: 1 });
        expect(connection.tracks).toEqual([microphone]);
        expect(sent.map(({ type }) => type)).toEqual(["answer"]);
        negotiation.close();
    });

    it("the polite one begins after a while, where the other has nothing to show", () => {
        vi.useFakeTimers();
        const { negotiation, connection } = somebody("bob", true);
        negotiation.show("audio", microphone, new MediaStream());
        vi.advanceTimersByTime(50);
        expect(connection.tracks).toEqual([microphone]);
        vi.useRealTimers();
    });
});

describe("when the path breaks", () => {
    it("ICE starts again at once when it failed, with fresh servers", async () => {
        const { connection } = somebody("alice", false);
        connection.iceConnectionState = "failed";
        connection.oniceconnectionstatechange();
        await settled();
        expect([connection.restarts, connection.configuration]).toEqual([1, fresh]);
    });

    it("a shaky path may mend itself before ICE starts again", async () => {
        vi.useFakeTimers();
        const { connection } = somebody("alice", false);
        connection.iceConnectionState = "disconnected";
        connection.oniceconnectionstatechange();
        connection.iceConnectionState = "connected";
        connection.oniceconnectionstatechange();
        await vi.advanceTimersByTimeAsync(1_000);
        expect(connection.restarts).toBe(0);
        connection.iceConnectionState = "disconnected";
        connection.oniceconnectionstatechange();
        await vi.advanceTimersByTimeAsync(1_000);
        expect(connection.restarts).toBe(1);
        vi.useRealTimers();
    });

    it("an offer that nobody answers is taken back and made again, although media flows", async () => {
        vi.useFakeTimers();
        const { connection } = somebody("alice", false);
        connection.connectionState = "connected";
        connection.onnegotiationneeded();
        await vi.advanceTimersByTimeAsync(4_999);
        expect([connection.signalingState, connection.restarts]).toEqual(["have-local-offer", 0]);
        await vi.advanceTimersByTimeAsync(1);
        expect([connection.signalingState, connection.restarts]).toEqual(["stable", 1]);
        vi.useRealTimers();
    });

    it("an offer that is under way is left alone after a lost line", async () => {
        const { negotiation, connection } = somebody("alice", false);
        connection.onnegotiationneeded();
        await settled();
        await negotiation.mend();
        expect([connection.signalingState, connection.restarts]).toEqual(["have-local-offer", 0]);
    });

    it("media that did not survive a lost line is mended", async () => {
        const { negotiation, connection } = somebody("alice", false);
        connection.connectionState = "disconnected";
        await negotiation.mend();
        expect([connection.restarts, connection.configuration]).toEqual([1, fresh]);
    });

    it("another network is reason enough, although media seems to flow", async () => {
        const { negotiation, connection } = somebody("alice", false);
        connection.connectionState = "connected";
        await negotiation.restart();
        expect([connection.restarts, connection.configuration]).toEqual([1, fresh]);
    });

    it("what cannot be followed is begun anew, but not for ever", async () => {
        const { negotiation, connection } = somebody("alice", false);
        const tried = [await negotiation.startOver(), await negotiation.startOver(), await negotiation.startOver()];
        expect([tried, connection.restarts]).toEqual([[true, true, false], 2]);
    });

    it("a path that is not found in time is looked for anew, twice", async () => {
        vi.useFakeTimers();
        const { negotiation, connection } = somebody("bob", true);
        await negotiation.describe("offer", { sdp: "offer 1 of alice", epoch: 1 });
        await vi.advanceTimersByTimeAsync(5_000);
        expect(connection.restarts).toBe(1);
        for (let round = 0; round < 3; round++) {
            connection.onnegotiationneeded();
            await vi.advanceTimersByTimeAsync(5_000);
        }
        expect(connection.restarts).toBe(2);
        vi.useRealTimers();
    });

    it("a path that was found is not looked for again", async () => {
        vi.useFakeTimers();
        const { negotiation, connection } = somebody("bob", true);
        await negotiation.describe("offer", { sdp: "offer 1 of alice", epoch: 1 });
        connection.connectionState = "connected";
        connection.onconnectionstatechange();
        await vi.advanceTimersByTimeAsync(60_000);
        expect(connection.restarts).toBe(0);
        vi.useRealTimers();
    });

    it("a connection that works is left alone", async () => {
        const { negotiation, connection } = somebody("alice", false);
        connection.connectionState = "connected";
        await negotiation.mend();
        expect(connection.restarts).toBe(0);
    });

    it("a closed one says nothing any more", async () => {
        const { negotiation, connection, sent } = somebody("alice", false);
        negotiation.close();
        connection.onicecandidate({ candidate: null });
        await negotiation.describe("offer", { sdp: "late", epoch: 1 });
        expect([connection.closed, sent]).toEqual([true, []]);
    });
});
