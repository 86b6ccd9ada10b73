/** Whether this person agrees to be transcribed. Said by the person, stored by the server; nothing is sent before. */
import { Cell } from "../cell";
import type { ClientFrame } from "../wire/frames";

export type ConsentState = "unasked" | "sending" | "given" | "declined";

export const consentText = "I agree that what I say here is transcribed and stored.";

export class Consent {
    readonly state = new Cell<ConsentState>("unasked");
    private sentAs: number | undefined;

    constructor(private readonly send: (frame: ClientFrame) => number | undefined) {}

    answer(agrees: boolean): void {
        const before = this.state.get();
        this.state.set(agrees ? "sending" : "declined");
        if (agrees) this.sendAgain();
        else if (before === "given") this.send({ type: "consent", payload: { given: false } });
    }

    /** The server says what it has stored. */
    stored(given: boolean): void {
        if (given) this.state.set("given");
        else if (this.state.get() === "given") this.state.set("declined");
    }

    /** After a lost line, or once the interviewer has said what it is: before that the server takes no consent. */
    sendAgain(): void {
        if (this.state.get() !== "sending") return;
        this.sentAs = this.send({ type: "consent", payload: { given: true, text: consentText } });
    }

    /** Our consent was refused. Says whether it was ours. */
    refused(re: number, code: string): boolean {
        if (re !== this.sentAs) return false;
        if (code !== "NOT_DISCLOSED") this.state.set("unasked");
        return true;
    }
}
