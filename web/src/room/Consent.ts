/** Whether this person agrees to be transcribed. Said by the person, stored by the server; nothing is sent before. */
import { Cell } from "../cell";
import type { ClientFrame } from "../wire/frames";

export type ConsentState = "unasked" | "sending" | "given" | "declined";

export const consentText = "I agree that what I say here is transcribed and stored.";

export class Consent {
    readonly state = new Cell<ConsentState>("unasked");
    private sentAs: number | undefined;
    /** Taken back, which the server has not confirmed: until then nothing that it says makes us listen again. */
    private takenBack = false;

    constructor(private readonly send: (frame: ClientFrame) => number | undefined) {}

    answer(agrees: boolean): void {
        const before = this.state.get();
        this.takenBack = !agrees && (this.takenBack || before === "given" || before === "sending");
        this.state.set(agrees ? "sending" : "declined");
        this.sendAgain();
    }

    /** The server says what it has stored. */
    stored(given: boolean): void {
        if (!given) this.takenBack = false;
        if (given && !this.takenBack) this.state.set("given");
        else if (!given && this.state.get() === "given") this.state.set("declined");
    }

    /** After a lost line, or once the interviewer has said what it is: before that the server takes no consent. */
    sendAgain(): void {
        if (this.takenBack) this.sentAs = this.send({ type: "consent", payload: { given: false } });
        else if (this.state.get() === "sending")
            this.sentAs = this.send({ type: "consent", payload: { given: true, text: consentText } });
    }

    /** Our consent, or that it was taken back, was refused. Says whether it was ours. */
    refused(re: number, code: string): boolean {
        if (re !== this.sentAs) return false;
        // There was nothing to take back: it had never come so far. Anything else is said again on the next occasion.
        if (this.takenBack) this.takenBack = code !== "NO_CONSENT";
        else if (code !== "NOT_DISCLOSED") this.state.set("unasked");
        return true;
    }
}
