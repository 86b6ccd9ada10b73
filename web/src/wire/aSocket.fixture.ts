import { vi } from "vitest";
import type { ServerFrame, ServerPayloads } from "./frames";
import { type Line, Socket } from "./socket";
import type { Ticket } from "./views/meetings";

/** A socket whose server, door and clock are the test. */

/** A WebSocket whose other end is the test. */
export class Wire {
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
    says<T extends keyof ServerPayloads>(type: T, seq: number, payload: ServerPayloads[T], more: object = {}) {
        this.onmessage({
            data: JSON.stringify({ v: 1, type, seq, ts: "2026-12-01T14:00:01Z", from: "x", ...more, payload }),
        });
    }
    said(type: string) {
        return this.sent.filter((frame) => frame.type === type);
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

const settings = {
    waits: [0, 300, 1_200],
    patience: 60_000,
    notOpen: 5_000,
    greeting: 10_000,
    quiet: { silence: 10_000, answer: 5_000 },
    refresh: 120_000,
    jitter: () => 1,
};

export function aSocket(given?: (signal: AbortSignal) => Promise<Ticket>) {
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

export const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
