/** The interviewer's voice: sentence by sentence, because browsers drop long speech silently. Its words are shown in any case. */
import { Cell } from "../cell";

/** Says one sentence, and tells when it is over; `heard` is false where it failed. */
export interface Mouth {
    say(sentence: string, done: (heard: boolean) => void): void;
    hush(): void;
}

export interface SpeakingView {
    /** What is being said now. */
    sentence: string | undefined;
    /** Whether this browser can speak; found out by trying. */
    able: boolean;
    muted: boolean;
}

const sentences = (text: string): string[] =>
    text
        .match(/[^.!?…]+[.!?…]*\s*/g)
        ?.map((part) => part.trim())
        .filter(Boolean) ?? [];

/** Longer than anybody takes for so many letters: then the engine is stuck. */
const patience = (sentence: string) => 4_000 + sentence.length * 150;

export class Speaking {
    readonly view: Cell<SpeakingView>;
    private queue: string[] = [];
    private turn = 0;
    private watchdog: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly mouth: Mouth | undefined) {
        this.view = new Cell<SpeakingView>({ sentence: undefined, able: mouth !== undefined, muted: false });
    }

    say(text: string): void {
        if (!this.mouth || this.view.get().muted) return;
        this.queue.push(...sentences(text));
        if (this.view.get().sentence === undefined) this.next();
    }

    /** Somebody speaks into it: what is left is not said. */
    hush(): void {
        this.turn++;
        this.queue = [];
        clearTimeout(this.watchdog);
        this.mouth?.hush();
        this.view.patch({ sentence: undefined });
    }

    mute(muted: boolean): void {
        if (muted) this.hush();
        this.view.patch({ muted });
    }

    close(): void {
        this.hush();
    }

    private next(): void {
        const sentence = this.queue.shift();
        this.view.patch({ sentence });
        if (sentence === undefined || !this.mouth) return;
        const turn = ++this.turn;
        const over = (heard: boolean) => {
            if (turn !== this.turn) return;
            clearTimeout(this.watchdog);
            this.view.patch({ able: heard });
            this.next();
        };
        this.watchdog = setTimeout(() => {
            this.mouth?.hush();
            over(false);
        }, patience(sentence));
        this.mouth.say(sentence, over);
    }
}

/** The browser's speech synthesis, where it has one. */
export function browserMouth(language = "en"): Mouth | undefined {
    if (!("speechSynthesis" in window)) return undefined;
    const synthesis = window.speechSynthesis;
    return {
        say: (sentence, done) => {
            const utterance = new SpeechSynthesisUtterance(sentence);
            utterance.lang = language;
            // A local voice does not fall silent after 15 seconds, a remote one does.
            utterance.voice =
                synthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language)) ?? null;
            utterance.onend = () => done(true);
            utterance.onerror = ({ error }) => done(error === "canceled" || error === "interrupted");
            synthesis.speak(utterance);
        },
        hush: () => synthesis.cancel(),
    };
}
