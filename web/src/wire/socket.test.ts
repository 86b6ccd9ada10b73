import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { after, aSocket } from "./aSocket.fixture";
import { Refusal } from "./Refusal";
import type { Ticket } from "./views/meetings";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("getting in", () => {
    it("says join with the ticket first, and is open when welcomed", async () => {
        const { wire, states, socket } = aSocket();
        await after(0);
        expect(socket.send({ type: "media", payload: { audio: true, video: true } })).toBeUndefined();
        wire(0).welcomes();
        expect(wire(0).sent[0]).toEqual({ v: 1, type: "join", id: 1, payload: { ticket: "t1" } });
        expect(states()).toEqual(["connecting", "open"]);
        expect(socket.send({ type: "media", payload: { audio: true, video: true } })).toBe(3);
    });

    it("waits while the room is not open, and tries again by itself", async () => {
        const { wire, wires, states } = aSocket();
        await after(0);
        wire(0).onclose({ code: 4403, reason: "NOT_OPEN_YET" });
        await after(4_999);
        expect(wires).toHaveLength(1);
        await after(1);
        wire(1).welcomes();
        expect(states()).toEqual(["connecting", "waiting", "open"]);
    });

    it("gives up when the server refuses the ticket for good", async () => {
        const { lines, wires } = aSocket(() => Promise.reject(new Refusal("GUEST_LINK_INVALID", 404, "no")));
        await after(60_000);
        expect(lines.at(-1)).toEqual({ state: "gone", reason: "GUEST_LINK_INVALID" });
        expect(wires).toHaveLength(0);
    });

    it("gives a line up on which nobody answers", async () => {
        const { wire, wires } = aSocket();
        await after(0);
        wire(0).onopen();
        await after(10_001);
        expect(wire(0).closedWith).toBeDefined();
        expect(wires).toHaveLength(2);
    });
});

describe("losing the line", () => {
    it("comes back at once with a new ticket, and says where it stopped", async () => {
        const { wire, states } = aSocket();
        await after(0);
        wire(0).welcomes("token-1");
        wire(0).says("chat", 41, { text: "hello" });
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(1).onopen();
        expect(wire(1).sent).toEqual([
            { v: 1, type: "join", id: 3, payload: { ticket: "t2", resume: { token: "token-1", lastSeq: 41 } } },
        ]);
        wire(1).says("resumed", 42, { lastId: 1 });
        expect(states()).toEqual(["connecting", "open", "lost", "open"]);
    });

    it("begins a new session where the server forgot the old one", async () => {
        const { wire } = aSocket();
        await after(0);
        wire(0).welcomes("token-1");
        wire(0).says("chat", 41, { text: "hello" });
        wire(0).onclose({ code: 1001, reason: "" });
        await after(0);
        wire(1).welcomes("token-2");
        wire(1).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(2).onopen();
        expect(wire(2).sent[0]?.payload).toMatchObject({ resume: { token: "token-2", lastSeq: 1 } });
    });

    it("waits longer each time, and gives up in the end", async () => {
        const { wire, wires, lines } = aSocket();
        await after(0);
        wire(0).welcomes();
        for (const [number, wait] of [0, 300, 1_200, 1_200].entries()) {
            wire(number).onclose({ code: 1006, reason: "" });
            if (wait > 0) await after(wait - 1);
            expect(wires).toHaveLength(number + 1);
            await after(1);
            expect(wires).toHaveLength(number + 2);
        }
        await after(60_000);
        wire(wires.length - 1).onclose({ code: 1006, reason: "" });
        expect(lines.at(-1)).toEqual({ state: "gone", reason: "UNREACHABLE" });
    });

    it("is tried again after fifty seconds in which every try fails at once", async () => {
        const { wire, wires, states } = aSocket();
        await after(0);
        wire(0).welcomes("token-1");
        for (let passed = 0; passed < 50_000; passed += 1_200) {
            wire(wires.length - 1).onclose({ code: 1006, reason: "" });
            await after(1_200);
        }
        wire(wires.length - 1).onopen();
        expect(wire(wires.length - 1).sent[0]?.payload).toMatchObject({ resume: { token: "token-1" } });
        expect(states()).not.toContain("gone");
    });

    it("asks again for a ticket that does not come, and lets go of the first question", async () => {
        const asked: AbortSignal[] = [];
        const { wires } = aSocket((signal) =>
            asked.push(signal) === 1
                ? new Promise<never>(() => {})
                : Promise.resolve({ ticket: "t2", expiresAt: "", signalUrl: "/signal", iceServers: [] } as never),
        );
        await after(9_999);
        expect(asked).toHaveLength(1);
        await after(2);
        expect(asked.map(({ aborted }) => aborted)).toEqual([true, false]);
        expect(wires).toHaveLength(1);
    });

    it("does not wait any longer when the network is back", async () => {
        const { wire, wires, socket } = aSocket();
        await after(0);
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(1).onclose({ code: 1006, reason: "" });
        socket.hurry();
        await after(0);
        expect(wires).toHaveLength(3);
    });

    it("takes a cut network for a lost line, and hears nothing from the old one", async () => {
        const { wire, states, frames, socket } = aSocket();
        await after(0);
        wire(0).welcomes();
        socket.cut();
        expect(states()).toEqual(["connecting", "open", "lost"]);
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        expect(states()).toEqual(["connecting", "open", "lost"]);
        wire(0).says("chat", 9, { text: "from the past" });
        expect(frames.map(({ type }) => type)).toEqual(["welcome"]);
    });
});

describe("the end", () => {
    it.each([
        [4409, "", "REPLACED"],
        [4410, "", "MEETING_OVER"],
        [4403, "ROOM_FULL", "ROOM_FULL"],
    ])("%i %s is for good", async (code, reason, told) => {
        const { wire, wires, lines } = aSocket();
        await after(0);
        wire(0).onclose({ code, reason });
        await after(60_000);
        expect(lines.at(-1)).toEqual({ state: "gone", reason: told });
        expect(wires).toHaveLength(1);
    });

    it("says leave when closed, and does not come back", async () => {
        const { wire, wires, socket } = aSocket();
        await after(0);
        wire(0).welcomes();
        socket.close();
        expect(wire(0).sent.at(-1)?.type).toBe("leave");
        wire(0).onclose({ code: 1000, reason: "left" });
        await after(60_000);
        expect(wires).toHaveLength(1);
    });

    it("a ticket that comes after closing opens nothing", async () => {
        let give: (ticket: Ticket) => void = () => {};
        const { wires, socket } = aSocket(() => new Promise((resolve) => (give = resolve)));
        socket.close();
        give({ ticket: "late", expiresAt: "", signalUrl: "/signal", iceServers: [] });
        await after(0);
        expect(wires).toHaveLength(0);
    });
});
