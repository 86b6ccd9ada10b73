/** The interviewer's voice: sentence by sentence, because browsers drop long speech silently. Its words are shown in any case. */
import { Cell } from "../cell";
import type { Said } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import type { Mouth } from "./mouth";
import { sentences, type Sentence } from "./sentences";

export interface SpeakingView {
    /** What is being said now, or shown for as long as it takes to read. */
    sentence: string | undefined;
    /** Whether this browser can speak; found out by trying. */
    able: boolean;
    muted: boolean;
}

interface Speech {
    segmentId: Id | undefined;
    characters: number;
    failed: boolean;
}

/** Longer than anybody takes for so many letters: then the engine is stuck. */
const patience = (sentence: string) => 4_000 + sentence.length * 150;
const reading = (sentence: string) => 1_000 + sentence.length * 60;

export class Speaking {
    readonly view: Cell<SpeakingView>;
    private queue: (Sentence & { of: Speech })[] = [];
    private turn = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private current: Speech | undefined;
    private told: Said | undefined;

    constructor(
        private readonly mouth: Mouth | undefined,
        private readonly onTold: (told: Said) => void = () => {},
        private readonly now: () => number = Date.now,
    ) {
        this.view = new Cell<SpeakingView>({ sentence: undefined, able: mouth !== undefined, muted: false });
    }

    /** @param from only what ends after so many characters, and what was not heard here before */
    say(text: string, segmentId?: Id, from = 0): void {
        const heard = segmentId !== undefined && segmentId === this.told?.segmentId ? this.told.characters : 0;
        const of: Speech = { segmentId, characters: Math.max(from, heard), failed: false };
        if (!this.mouth || this.view.get().muted) return this.tell(of, "failed");
        const rest = sentences(text).filter(({ end }) => end > of.characters);
        if (rest.length === 0) return this.tell(of, "finished");
        this.queue.push(...rest.map((sentence) => ({ ...sentence, of })));
        if (this.view.get().sentence === undefined) this.next();
    }

    /** Whether the loudspeaker says something now. */
    isHeard(): boolean {
        const { sentence, able } = this.view.get();
        return sentence !== undefined && able;
    }

    /** Somebody speaks into it: what is left is not said. */
    hush(): void {
        this.stop("cut");
    }

    /** Who does not want to hear it reads it. */
    mute(muted: boolean): void {
        if (muted) this.stop("failed");
        this.view.patch({ muted });
    }

    private stop(outcome: Said["outcome"]): void {
        this.turn++;
        const { able } = this.view.get();
        const cut = new Set([...(this.current ? [this.current] : []), ...this.queue.map(({ of }) => of)]);
        this.queue = [];
        this.current = undefined;
        clearTimeout(this.timer);
        this.mouth?.hush();
        this.view.patch({ sentence: undefined });
        cut.forEach((speech) => this.tell(speech, able && !speech.failed ? outcome : "failed"));
    }

    close(): void {
        this.hush();
    }

    private next(): void {
        const next = this.queue.shift();
        const over = this.current;
        this.current = next?.of;
        if (over && over !== next?.of) this.tell(over, over.failed ? "failed" : "finished");
        this.view.patch({ sentence: next?.sentence });
        if (next && this.mouth) this.utter(next, this.mouth);
    }

    private utter({ sentence, end, of }: Sentence & { of: Speech }, mouth: Mouth): void {
        const turn = ++this.turn;
        const begun = this.now();
        const over = (heard: boolean) => {
            if (turn !== this.turn) return;
            this.turn++;
            clearTimeout(this.timer);
            if (heard && !of.failed) of.characters = end;
            of.failed ||= !heard;
            this.view.patch({ able: heard });
            if (heard) return this.next();
            // Who cannot hear it reads it: the captions keep their pace.
            this.timer = setTimeout(() => this.next(), Math.max(0, begun + reading(sentence) - this.now()));
        };
        const wait = this.view.get().able ? patience(sentence) : reading(sentence);
        this.timer = setTimeout(() => {
            mouth.hush();
            over(false);
        }, wait);
        try {
            mouth.say(sentence, over);
        } catch {
            over(false);
        }
    }

    private tell({ segmentId, characters }: Speech, outcome: Said["outcome"]): void {
        if (segmentId === undefined) return;
        this.told = { segmentId, characters, outcome };
        this.onTold(this.told);
    }
}
