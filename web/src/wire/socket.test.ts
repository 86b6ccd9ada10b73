import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerFrame, ServerPayloads } from "./frames";
import { Refusal } from "./Refusal";
import { type Line, Socket } from "./socket";
import type { Ticket } from "./views/meetings";

/** A WebSocket whose other end is the test. */
class Wire {
    readonly sent: { type: string; id: number; payload: Record<string, unknown> }[] = [];
    onopen: () => void = () => {};
    onmessage: (event: { data: string }) => void = () => {};
    onclose: (event: { code: number; reason: string }) => void = () => {};
    closedWith: number | undefined;

    send(text: string) {
        this.sent.push(JSON.parse(text));
    }
    close(code = 1005) {
        this.closedWith = code;
    }
    says<T extends keyof ServerPayloads>(type: T, seq: number, payload: ServerPayloads[T]) {
        this.onmessage({ data: JSON.stringify({ v: 1, type, seq, ts: "2026-12-01T14:00:01Z", from: "x", payload }) });
    }
    welcomes(token = "token-1") {
        this.onopen();
        this.says("welcome", 1, {
            self: { participantId: "lea", name: "Lea", role: "lead" },
            meeting: { meetingId: "m", title: "Discovery", status: "active", interviewer: "ai" },
            room: "r",
            resumeToken: token,
            participants: [],
            iceServers: [],
            iceTransportPolicy: "all",
            interviewerState: "idle",
            locked: false,
        });
    }
}

const settings = { waits: [0, 300, 1_200], patience: 60_000, notOpen: 5_000, greeting: 10_000, jitter: () => 1 };

function aSocket(given?: () => Promise<Ticket>) {
    let tickets = 0;
    const ticket =
        given ?? (async () => ({ ticket: `t${++tickets}`, expiresAt: "", signalUrl: "/signal", iceServers: [] }));
    const wires: Wire[] = [];
    const lines: Line[] = [];
    const frames: ServerFrame[] = [];
    const connect = () => wires[wires.push(new Wire()) - 1] as unknown as WebSocket;
    const socket = new Socket(
        { ticket, onFrame: (frame) => frames.push(frame), onLine: (line) => lines.push(line), connect },
        settings,
    );
    const wire = (number: number) => {
        const found = wires[number];
        if (!found) throw new Error(`there were only ${wires.length} connections`);
        return found;
    };
    return { socket, wires, wire, lines, frames, states: () => lines.map(({ state }) => state) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("getting in", () => {
    it("says join with the ticket first, and is open when welcomed", async () => {
        const { wire, states, socket } = aSocket();
        await after(0);
        expect(socket.send({ type: "chat", payload: { text: "too early" } })).toBeUndefined();
        wire(0).welcomes();
        expect(wire(0).sent).toEqual([{ v: 1, type: "join", id: 1, payload: { ticket: "t1" } }]);
        expect(states()).toEqual(["connecting", "open"]);
        expect(socket.send({ type: "chat", payload: { text: "hello" } })).toBe(2);
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
            { v: 1, type: "join", id: 2, payload: { ticket: "t2", resume: { token: "token-1", lastSeq: 41 } } },
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

    it("asks again for a ticket that does not come", async () => {
        let asked = 0;
        const { wires } = aSocket(() =>
            ++asked === 1
                ? new Promise<never>(() => {})
                : Promise.resolve({ ticket: "t2", expiresAt: "", signalUrl: "/signal", iceServers: [] } as never),
        );
        await after(9_999);
        expect(asked).toBe(1);
        await after(2);
        expect(asked).toBe(2);
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
