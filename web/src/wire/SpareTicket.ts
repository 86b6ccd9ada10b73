/**
 * The right to come back, had anew on the line itself: login or link may not last as long as the meeting, and after a swallowed network
 * the browser's other connections to the server are dead as well, which it learns one by one.
 */
import type { ClientFrame, ServerFrame } from "./frames";
import type { Ticket } from "./views/meetings";

interface Ends {
    send: (frame: ClientFrame) => number | undefined;
    /** As at the door, which proves that this person is still signed in. */
    ticket: () => Promise<Ticket>;
}

export class SpareTicket {
    private spare: { ticket: string; until: number } | undefined;
    private asked: number | undefined;
    private timer: ReturnType<typeof setInterval> | undefined;

    constructor(
        private readonly ends: Ends,
        private readonly every: number,
    ) {}

    begin(): void {
        this.rest();
        this.ask();
        this.timer = setInterval(() => this.ask(), this.every);
    }

    on(frame: ServerFrame): void {
        // By the server's own two times, because clocks differ.
        if (frame.type === "refreshed") {
            const lasts = Date.parse(frame.payload.expiresAt) - Date.parse(frame.ts);
            this.spare = { ticket: frame.payload.ticket, until: Date.now() + lasts };
        }
        if (frame.type === "error" && frame.payload.code === "LOGIN_TOO_OLD" && frame.re === this.asked) this.prove();
    }

    /** Good once. */
    get(): string | undefined {
        return this.spare && this.spare.until > Date.now() ? this.spare.ticket : undefined;
    }

    /** It was shown, or is not known where one comes back. */
    used(): void {
        this.spare = undefined;
    }

    rest(): void {
        clearInterval(this.timer);
    }

    private ask(ticket?: string): void {
        this.asked = this.ends.send({ type: "refresh", payload: ticket === undefined ? {} : { ticket } });
    }

    /** Where no ticket is had, the place lasts as long as the line. */
    private prove(): void {
        this.asked = undefined;
        this.ends.ticket().then(
            ({ ticket }) => this.ask(ticket),
            () => {},
        );
    }
}
