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
function aMesh() {
    const sent: ClientFrame[] = [];
    const peers: Settings[] = [];
    const mesh = new Mesh(
        (frame) => sent.push(frame),
        (settings) => {
            peers.push(settings);
            return { show: () => {}, close: () => {} } as unknown as Negotiation;
        },
    );
    mesh.useServers(known);
    mesh.negotiate({ peer: "bob", polite: true, epoch: 1 });
    mesh.negotiate({ peer: "cleo", polite: true, epoch: 2 });
    const ask = () => Promise.all(peers.map((peer) => peer.freshServers()));
    return { mesh, sent, ask };
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
