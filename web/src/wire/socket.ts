/** One place in a room: frames over a WebSocket that comes back by itself and goes on where it stopped (protocol §5). */
import { decode } from "./decode";
import { type ClientFrame, encode, type ServerFrame } from "./frames";
import { Refusal } from "./Refusal";
import type { Ticket } from "./views/meetings";

/**
 * - connecting: for the first time
 * - waiting: to be let in; or the room cannot be asked yet, and is tried again by itself
 * - lost: tried again by itself
 * - gone: for good, with the reason
 */
export type Line = { state: "connecting" | "open" | "waiting" | "lost" } | { state: "gone"; reason: string };

export interface SocketSettings {
    /** Waits before each try in milliseconds, as LiveKit does; the last is repeated. */
    waits: number[];
    /** How long a lost line is tried again: longer than the server keeps a place, for a room may be entered anew. */
    patience: number;
    /** How long to wait while the room is not open yet. */
    notOpen: number;
    /** How long to wait for a ticket, and then for the answer to `join`. */
    greeting: number;
    jitter: () => number;
}

const patient: SocketSettings = {
    waits: [0, 300, 1_200, 2_700, 4_800, 7_000],
    patience: 180_000,
    notOpen: 5_000,
    greeting: 10_000,
    jitter: () => 0.8 + Math.random() * 0.4,
};

interface Ends {
    ticket: () => Promise<Ticket>;
    onFrame: (frame: ServerFrame) => void;
    onLine: (line: Line) => void;
    connect?: (signalUrl: string) => WebSocket;
}

const final: Record<number, string> = { 1000: "LEFT", 4403: "NOT_ADMITTED", 4409: "REPLACED", 4410: "MEETING_OVER" };
const notOpenYet = "NOT_OPEN_YET";

const browserSocket = (signalUrl: string) => new WebSocket(new URL(signalUrl, location.href), "parley.v1");

export class Socket {
    private line: WebSocket | undefined;
    private inside = false;
    private closed = false;
    private counter = 0;
    private tried = 0;
    private lostAt = 0;
    private resume: { token: string; lastSeq: number } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private greeting: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly ends: Ends,
        private readonly settings: SocketSettings = patient,
    ) {
        ends.onLine({ state: "connecting" });
        void this.open();
    }

    /** Sends now, and says under which number; or says that it cannot. What must arrive is kept by whoever sends it. */
    send(frame: ClientFrame): number | undefined {
        if (!this.inside || !this.line) return undefined;
        this.line.send(encode(frame, ++this.counter));
        return this.counter;
    }

    /** The network is back, says the browser: no need to wait longer. */
    hurry(): void {
        if (this.timer === undefined) return;
        clearTimeout(this.timer);
        void this.open();
    }

    /** The network is gone, says the browser: the line is dead, although nobody closed it. */
    cut(): void {
        const line = this.line;
        if (!line || this.closed) return;
        this.dropped(1006, "");
        line.close();
    }

    close(): void {
        this.closed = true;
        clearTimeout(this.timer);
        clearTimeout(this.greeting);
        this.send({ type: "leave", payload: {} });
        this.line?.close(1000, "left");
    }

    private async open(): Promise<void> {
        this.timer = undefined;
        try {
            const ticket = await inTime(this.ends.ticket(), this.settings.greeting);
            if (!this.closed) this.join(ticket);
        } catch (problem) {
            if (!this.closed) this.refused(problem);
        }
    }

    private join({ ticket, signalUrl }: Ticket): void {
        const line = (this.ends.connect ?? browserSocket)(signalUrl);
        this.line = line;
        this.greeting = setTimeout(() => this.cut(), this.settings.greeting);
        line.onopen = () => {
            const resume = this.resume ? { resume: this.resume } : {};
            line.send(encode({ type: "join", payload: { ticket, ...resume } }, ++this.counter));
        };
        line.onmessage = ({ data }) => {
            if (line === this.line) this.take(String(data));
        };
        line.onclose = ({ code, reason }) => {
            if (line === this.line && !this.closed) this.dropped(code, reason);
        };
    }

    private take(message: string): void {
        const frame = decode(message);
        if (!frame || this.closed) return;
        if (frame.type === "welcome") this.resume = { token: frame.payload.resumeToken, lastSeq: frame.seq };
        if (this.resume) this.resume.lastSeq = Math.max(this.resume.lastSeq, frame.seq);
        if (frame.type === "welcome" || frame.type === "resumed") {
            clearTimeout(this.greeting);
            this.inside = true;
            this.tried = 0;
            this.ends.onLine({ state: "open" });
        }
        if (frame.type === "waiting") {
            clearTimeout(this.greeting);
            this.tried = 0;
            this.ends.onLine({ state: "waiting" });
        }
        this.ends.onFrame(frame);
    }

    private dropped(code: number, reason: string): void {
        clearTimeout(this.greeting);
        this.inside = false;
        this.line = undefined;
        if (reason === notOpenYet) return this.wait();
        const end = final[code];
        if (end) return this.give(code === 4403 && reason ? reason : end);
        this.again();
    }

    /** No ticket: the server said no for good, or could not be asked. */
    private refused(problem: unknown): void {
        if (!(problem instanceof Refusal)) return this.give("BROKEN");
        if (problem.code === notOpenYet) return this.wait();
        if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) return this.give(problem.code);
        this.again();
    }

    private wait(): void {
        this.ends.onLine({ state: "waiting" });
        this.timer = setTimeout(() => void this.open(), this.settings.notOpen);
    }

    private again(): void {
        const { waits, patience, jitter } = this.settings;
        if (this.tried === 0) this.lostAt = Date.now();
        if (Date.now() - this.lostAt >= patience) return this.give("UNREACHABLE");
        this.ends.onLine({ state: "lost" });
        const wait = waits[Math.min(this.tried++, waits.length - 1)] ?? 0;
        this.timer = setTimeout(() => void this.open(), wait * jitter());
    }

    private give(reason: string): void {
        this.closed = true;
        this.ends.onLine({ state: "gone", reason });
    }
}

/** A question that nobody answers must not hold up the next one. */
function inTime<T>(answer: Promise<T>, millis: number): Promise<T> {
    return new Promise((resolve, reject) => {
        const late = () => reject(new Refusal("UNREACHABLE", 0, "The server does not answer."));
        const timer = setTimeout(late, millis);
        answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}
