/** Keeps a recogniser going for as long as the person may be heard: engines stop by themselves, often, and lose nothing here. */
import { Cell } from "../cell";
import { newId } from "../wire/ids";
import type { Gap, Segment } from "../wire/frames";
import type { Ears, MakeRecogniser, Recogniser } from "./recogniser";

export type ListeningState = { state: "off" | "listening" } | { state: "unavailable"; reason: string };

export interface ListeningSettings {
    /** Waits before starting an engine again that failed at once; the last is repeated. */
    waits: number[];
    /** An engine that ends sooner than this after its start has failed. */
    quick: number;
    /** Speech without words for so long means that the engine died silently. */
    deaf: number;
    /** Android says finals again after a restart; within this time the same words are an echo. */
    repeat: number;
    /** Somebody whose voice was heard so shortly before is still speaking. */
    breath: number;
}

/** What becomes of what was heard, and of what was not. */
export interface Listener {
    onSegment: (segment: Segment) => void;
    onGap: (gap: Gap) => void;
}

const usual: ListeningSettings = {
    waits: [250, 500, 1_000, 2_000, 5_000],
    quick: 1_000,
    deaf: 8_000,
    repeat: 1_500,
    breath: 600,
};

/** Errors after which trying again would only annoy (Web Speech API §4.1.4). */
const hopeless = new Set(["not-allowed", "service-not-allowed", "audio-capture", "language-not-supported"]);

export class Listening {
    readonly state = new Cell<ListeningState>({ state: "off" });
    private engine: Recogniser | undefined;
    private wanted = false;
    private failures = 0;
    private begun = 0;
    private heardAt = 0;
    private open: { segmentId: string; revision: number; startedAt: string; text: string } | undefined;
    private lastFinal = { text: "", at: 0, restarted: false };
    private timer: ReturnType<typeof setTimeout> | undefined;
    /** Since when nothing listens, although it should. */
    private deafSince: number | undefined;
    private voiceAt = -Infinity;

    constructor(
        private readonly make: MakeRecogniser | undefined,
        private readonly listener: Listener,
        private readonly language: string = "en-US",
        private readonly now: () => number = Date.now,
        private readonly settings: ListeningSettings = usual,
        /** Asked whenever an engine is started: they come with a ticket. */
        private readonly phrases: () => string[] = () => [],
    ) {
        if (!make) this.state.set({ state: "unavailable", reason: "no-engine" });
    }

    start(): void {
        if (this.wanted || this.state.get().state === "unavailable") return;
        this.wanted = true;
        this.begin();
    }

    /** Muted, or gone: what was heard so far stands. */
    stop(): void {
        this.end((engine) => engine.stop());
    }

    /** Nobody agrees any more: the microphone is let go at once. What was said until now was said with consent. */
    discard(): void {
        this.end((engine) => engine.abort());
    }

    /** The level meter hears the person; an engine that hears nothing meanwhile is started again. */
    voiceHeard(): void {
        this.voiceAt = this.now();
        const since = Math.max(this.heardAt, this.begun);
        if (!this.engine || this.now() - since < this.settings.deaf) return;
        this.deafSince ??= since;
        this.engine.abort();
        this.again();
    }

    close(): void {
        this.stop();
    }

    private end(how: (engine: Recogniser) => void): void {
        const { engine } = this;
        this.wanted = false;
        clearTimeout(this.timer);
        this.engine = undefined;
        if (engine) how(engine);
        this.finish();
        this.hearAgain();
        if (this.state.get().state === "listening") this.state.set({ state: "off" });
    }

    private begin(): void {
        if (!this.make || !this.wanted) return;
        this.begun = this.now();
        this.lastFinal.restarted = true;
        const engine: Recogniser = this.make(
            this.earsOf(() => this.engine === engine),
            this.language,
            this.phrases(),
        );
        this.engine = engine;
        this.state.set({ state: "listening" });
        try {
            engine.start();
            if (!engine.tellsStart) this.hearAgain();
        } catch {
            this.again();
        }
    }

    /** Something listens again, or need not any more: if the person spoke meanwhile, words may be missing. */
    private hearAgain(): void {
        const since = this.deafSince;
        this.deafSince = undefined;
        if (since === undefined || this.voiceAt < since - this.settings.breath || this.now() <= since) return;
        const startedAt = new Date(since).toISOString();
        this.listener.onGap({ gapId: newId(this.now()), startedAt, endedAt: this.instant(), cause: "recogniser" });
    }

    /** An engine that was given up may still say something; only the present one is listened to. */
    private earsOf(present: () => boolean): Ears {
        return {
            onStart: () => present() && this.hearAgain(),
            onWords: (text, final) => present() && this.words(text.trim(), final),
            onEnd: () => present() && this.again(),
            onError: (code) => present() && hopeless.has(code) && this.giveUp(code),
        };
    }

    private words(text: string, final: boolean): void {
        this.hearAgain();
        const fresh = this.withoutEcho(text, final);
        if (!text) return;
        this.heardAt = this.now();
        this.failures = 0;
        if (!fresh) return;
        this.open ??= { segmentId: newId(this.now()), revision: 0, startedAt: this.instant(), text: fresh };
        this.open.text = fresh;
        this.open.revision++;
        if (final) this.finish();
        else this.listener.onSegment({ ...this.open, final: false, source: "speech" });
    }

    private finish(): void {
        if (!this.open) return;
        const segment = this.open;
        this.open = undefined;
        this.lastFinal = { text: segment.text, at: this.now(), restarted: false };
        this.listener.onSegment({ ...segment, endedAt: this.instant(), final: true, source: "speech" });
    }

    /** What is left of words that begin as the last final ones did, shortly before the engine was started again. */
    private withoutEcho(text: string, final: boolean): string {
        const { text: before, at, restarted } = this.lastFinal;
        if (!restarted || !before || this.now() - at >= this.settings.repeat) return text;
        if (text === before) return final ? "" : text;
        const overlaps = before.includes(" ") && text.startsWith(`${before} `);
        return overlaps ? text.slice(before.length).trim() : text;
    }

    private again(): void {
        this.engine = undefined;
        this.finish();
        if (!this.wanted) return;
        this.deafSince ??= this.now();
        const { waits, quick } = this.settings;
        const failed = this.now() - this.begun < quick;
        const wait = failed ? (waits[Math.min(this.failures++, waits.length - 1)] ?? 0) : 0;
        this.timer = setTimeout(() => this.begin(), wait);
    }

    private giveUp(reason: string): void {
        this.wanted = false;
        this.engine = undefined;
        this.finish();
        this.state.set({ state: "unavailable", reason });
    }

    private instant(): string {
        return new Date(this.now()).toISOString();
    }
}
