/** Notices a line that a network has swallowed: nobody closes it, and nothing comes any more. */

export interface Patience {
    /** How long nothing may come before something is asked. */
    silence: number;
    /** How long the answer may take. */
    answer: number;
}

export class Watchdog {
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly ask: () => void,
        private readonly giveUp: () => void,
        private readonly patience: Patience,
    ) {}

    /** Something came. */
    heard(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.doubt(), this.patience.silence);
    }

    /** There is a reason to believe that the line is dead. */
    doubt(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(this.giveUp, this.patience.answer);
        this.ask();
    }

    rest(): void {
        clearTimeout(this.timer);
    }
}
