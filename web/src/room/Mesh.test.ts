import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientFrame } from "../wire/frames";
import { Mesh } from "./Mesh";
import type { Negotiation } from "./Negotiation";

type Settings = ConstructorParameters<typeof Negotiation>[0];

const known = { iceServers: [{ urls: ["turn:known.example.org"] }], iceTransportPolicy: "all" as const };
const fresh = { iceServers: [{ urls: ["turn:fresh.example.org"] }], iceTransportPolicy: "relay" as const };

beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
            getVideoTracks = () => [];
        },
    );
});
afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

/** A mesh with two others, whose negotiations are only their settings. */
function aMesh(broken: (what: string) => Promise<void> = async () => {}) {
    const sent: ClientFrame[] = [];
    const done: string[] = [];
    const peers: Settings[] = [];
    const mesh = new Mesh(
        (frame) => sent.push(frame),
        (settings) => {
            peers.push(settings);
            return {
                show: () => {},
                close: () => {},
                describe: async () => void (await broken("describe")),
                addCandidate: async () => void (await broken("candidate")),
                mend: async () => void done.push(`mend ${settings.peer}`),
                restart: async () => void done.push(`restart ${settings.peer}`),
                startOver: async () => done.push(`start over ${settings.peer}`) <= 2,
            } as unknown as Negotiation;
        },
    );
    mesh.useServers(known);
    mesh.negotiate({ peer: "bob", polite: true, epoch: 1 });
    mesh.negotiate({ peer: "cleo", polite: true, epoch: 2 });
    const ask = () => Promise.all(peers.map((peer) => peer.freshServers()));
    return { mesh, sent, ask, done };
}

describe("fresh servers", () => {
    it("are asked for once, for all who restart at once", async () => {
        const { mesh, sent, ask } = aMesh();
        const asked = ask();
        mesh.useServers(fresh);
        expect(await asked).toEqual([fresh, fresh]);
        expect(sent).toEqual([{ type: "ice-servers", payload: {} }]);
    });

    it("are asked for anew the next time", async () => {
        const { mesh, sent, ask } = aMesh();
        const asked = ask();
        mesh.useServers(fresh);
        await asked;
        void ask();
        expect(sent).toHaveLength(2);
    });

    it("may not come: then those that are known have to do", async () => {
        const { ask } = aMesh();
        const asked = ask();
        await vi.advanceTimersByTimeAsync(2_000);
        expect(await asked).toEqual([known, known]);
    });
});

describe("what goes wrong with one", () => {
    const offer = { type: "offer", from: "bob", seq: 1, ts: "", payload: { sdp: "nonsense", epoch: 1 } } as const;
    const failing = (what: string) => async (asked: string) => {
        if (asked === what) throw new Error("cannot be followed");
    };
    const settled = () => vi.advanceTimersByTimeAsync(0);

    it("a description that cannot be followed begins that one anew, and in the end is told", async () => {
        const { mesh, done } = aMesh(failing("describe"));
        for (let round = 0; round < 2; round++) {
            mesh.describe(offer);
            await settled();
        }
        expect(done).toEqual(["start over bob", "start over bob"]);
        expect(mesh.receptions.get()["bob"]?.state).toBe("connecting");
        mesh.describe(offer);
        await settled();
        expect(mesh.receptions.get()["bob"]?.state).toBe("failed");
        expect(mesh.receptions.get()["cleo"]?.state).toBe("connecting");
    });

    it("of somebody who has gone meanwhile is no matter", async () => {
        const { mesh, done } = aMesh(failing("describe"));
        mesh.describe(offer);
        mesh.drop("bob");
        await settled();
        expect([done, Object.keys(mesh.receptions.get())]).toEqual([[], ["cleo"]]);
    });

    it("a candidate that cannot be tried is one way less", async () => {
        const unhandled = vi.fn();
        process.on("unhandledRejection", unhandled);
        const { mesh, done } = aMesh(failing("candidate"));
        mesh.addCandidate("bob", { candidate: { candidate: "candidate:1" }, epoch: 1 });
        await settled();
        vi.useRealTimers();
        await new Promise((later) => setImmediate(later));
        process.off("unhandledRejection", unhandled);
        expect([done, unhandled.mock.calls]).toEqual([[], []]);
    });
});

describe("another network", () => {
    it("is a new path to everybody", async () => {
        const { mesh, done } = aMesh();
        mesh.restart();
        expect(done).toEqual(["restart bob", "restart cleo"]);
    });
});
