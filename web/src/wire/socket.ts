/** One place in a room: frames over a WebSocket that comes back by itself and goes on where it stopped (protocol §5). */
import { decode } from "./decode";
import { type ClientFrame, encode, type ServerFrame } from "./frames";
import { Refusal } from "./Refusal";
import { SpareTicket } from "./SpareTicket";
import { type Told, Unconfirmed } from "./Unconfirmed";
import type { GetTicket, Ticket } from "./views/meetings";
import { type Patience, Watchdog } from "./Watchdog";

/**
 * - connecting: for the first time
 * - waiting: to be let in; or the room cannot be asked yet, and is tried again by itself
 * - lost: tried again by itself; `announced` by a server that is started again
 * - gone: for good, with the reason
 */
export type Line =
    | { state: "connecting" | "open" | "waiting" }
    | { state: "lost"; announced: boolean }
    | { state: "gone"; reason: string };

export interface SocketSettings {
    /** Waits before each try in milliseconds, as LiveKit does; the last is repeated. */
    waits: number[];
    /** How long a lost line is tried again: longer than the server keeps a place, for a room may be entered anew. */
    patience: number;
    /** How long to wait while the room is not open yet. */
    notOpen: number;
    /** How long to wait for a ticket, and then for the answer to `join`. */
    greeting: number;
    /** Of a line on which nothing comes. */
    quiet: Patience;
    /** How often the right to come back is had anew. */
    refresh: number;
    jitter: () => number;
}

const patient: SocketSettings = {
    waits: [0, 300, 1_200, 2_700, 4_800, 7_000],
    patience: 180_000,
    notOpen: 5_000,
    greeting: 10_000,
    quiet: { silence: 10_000, answer: 5_000 },
    refresh: 120_000,
    jitter: () => 0.8 + Math.random() * 0.4,
};

interface Ends {
    ticket: GetTicket;
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
    private announced = false;
    private signalUrl = "";
    private resume: { token: string; lastSeq: number } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private greeting: ReturnType<typeof setTimeout> | undefined;
    private readonly unconfirmed = new Unconfirmed();
    private readonly spare: SpareTicket;
    private readonly watchdog: Watchdog;

    constructor(
        private readonly ends: Ends,
        private readonly settings: SocketSettings = patient,
    ) {
        this.spare = new SpareTicket(
            { send: (frame) => this.send(frame), ticket: () => this.fetchTicket() },
            settings.refresh,
        );
        this.watchdog = new Watchdog(
            () => this.ask(),
            () => this.cut(),
            settings.quiet,
        );
        ends.onLine({ state: "connecting" });
        void this.open();
    }

    /**
     * Sends now, and says under which number; or says that it cannot. Messages, decisions and media negotiation go again or later
     * by themselves; whoever says something else keeps what must arrive.
     */
    send(frame: ClientFrame, told: Told = () => {}): number | undefined {
        if (this.closed) return undefined;
        const id = this.inside ? this.say(frame) : undefined;
        this.unconfirmed.keep(frame, id, told);
        if (id !== undefined) told("sent");
        return id;
    }

    /** The network is back, says the browser: no need to wait longer. */
    hurry(): void {
        if (this.timer === undefined) return;
        clearTimeout(this.timer);
        void this.open();
    }

    /** The network is another one: the line may be dead. */
    doubt(): void {
        if (this.inside) this.watchdog.doubt();
    }

    /** The network is gone, says the browser: the line is dead, although nobody closed it. */
    cut(): void {
        const line = this.line;
        if (!line || this.closed) return;
        this.dropped(1006, "");
        line.close();
    }

    close(): void {
        if (this.closed) return;
        if (this.inside) this.say({ type: "leave", payload: {} });
        this.line?.close(1000, "left");
        this.end();
    }

    private async open(): Promise<void> {
        this.timer = undefined;
        const spare = this.spare.get();
        if (spare !== undefined) return this.join({ ticket: spare, signalUrl: this.signalUrl });
        try {
            const ticket = await this.fetchTicket();
            if (!this.closed) this.join(ticket);
        } catch (problem) {
            if (!this.closed) this.refused(problem);
        }
    }

    private fetchTicket(): Promise<Ticket> {
        return inTime(this.ends.ticket, this.settings.greeting);
    }

    private say(frame: ClientFrame): number {
        this.line?.send(encode(frame, ++this.counter));
        return this.counter;
    }

    /** Something that is answered and changes nothing. Whoever waits is refused it, which is an answer too. */
    private ask(): void {
        this.say({ type: "ice-servers", payload: {} });
    }

    private join({ ticket, signalUrl }: Pick<Ticket, "ticket" | "signalUrl">): void {
        this.signalUrl = signalUrl;
        const line = (this.ends.connect ?? browserSocket)(signalUrl);
        this.line = line;
        this.greeting = setTimeout(() => this.cut(), this.settings.greeting);
        line.onopen = () => {
            this.spare.used();
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
        if (this.closed) return;
        this.watchdog.heard();
        const frame = decode(message);
        if (!frame) return;
        if (frame.type === "welcome") this.resume = { token: frame.payload.resumeToken, lastSeq: frame.seq };
        if (this.resume) this.resume.lastSeq = Math.max(this.resume.lastSeq, frame.seq);
        if (frame.re !== undefined && frame.type !== "resumed") this.unconfirmed.seen(frame.re);
        this.spare.on(frame);
        switch (frame.type) {
            case "welcome":
                this.enter(() => this.unconfirmed.unsaid());
                break;
            case "resumed":
                this.enter(() => this.unconfirmed.missed(frame.payload.lastId));
                break;
            case "waiting":
                this.greeted();
                this.ends.onLine({ state: "waiting" });
                break;
            case "go-away":
                this.announced = true;
                this.spare.used();
                break;
        }
        this.ends.onFrame(frame);
    }

    private enter(owed: () => ReturnType<Unconfirmed["unsaid"]>): void {
        this.greeted();
        this.inside = true;
        this.announced = false;
        this.ends.onLine({ state: "open" });
        owed().forEach(({ frame, told }) => this.send(frame, told));
        this.spare.begin();
    }

    private greeted(): void {
        clearTimeout(this.greeting);
        this.tried = 0;
    }

    private dropped(code: number, reason: string): void {
        clearTimeout(this.greeting);
        this.watchdog.rest();
        this.spare.rest();
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
        this.ends.onLine({ state: "lost", announced: this.announced });
        const wait = waits[Math.min(this.tried++, waits.length - 1)] ?? 0;
        this.timer = setTimeout(() => void this.open(), wait * jitter());
    }

    private give(reason: string): void {
        this.end();
        this.ends.onLine({ state: "gone", reason });
    }

    private end(): void {
        this.closed = true;
        [this.timer, this.greeting].forEach(clearTimeout);
        this.watchdog.rest();
        this.spare.rest();
    }
}

/** A question that nobody answers must not hold up the next one, nor the browser's few connections. */
function inTime<T>(ask: (signal: AbortSignal) => Promise<T>, millis: number): Promise<T> {
    const patience = new AbortController();
    return new Promise((resolve, reject) => {
        const late = () => {
            reject(new Refusal("UNREACHABLE", 0, "The server does not answer."));
            patience.abort();
        };
        const timer = setTimeout(late, millis);
        ask(patience.signal)
            .then(resolve, reject)
            .finally(() => clearTimeout(timer));
    });
}
