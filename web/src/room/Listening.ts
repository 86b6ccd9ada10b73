/** Keeps a recogniser going for as long as the person may be heard: engines stop by themselves, often, and lose nothing here. */
import { Cell } from "../cell";
import { newId } from "../wire/ids";
import type { Segment } from "../wire/frames";
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
}

const usual: ListeningSettings = { waits: [250, 500, 1_000, 2_000, 5_000], quick: 1_000, deaf: 8_000, repeat: 1_500 };

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

    constructor(
        private readonly make: MakeRecogniser | undefined,
        private readonly onSegment: (segment: Segment) => void,
        private readonly language: string = "en-US",
        private readonly now: () => number = Date.now,
        private readonly settings: ListeningSettings = usual,
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
        this.wanted = false;
        clearTimeout(this.timer);
        this.engine?.stop();
        this.engine = undefined;
        this.finish();
        if (this.state.get().state === "listening") this.state.set({ state: "off" });
    }

    /** The level meter hears the person; an engine that hears nothing meanwhile is started again. */
    voiceHeard(): void {
        if (!this.engine || this.now() - Math.max(this.heardAt, this.begun) < this.settings.deaf) return;
        this.engine.abort();
        this.again();
    }

    close(): void {
        this.stop();
    }

    private begin(): void {
        if (!this.make || !this.wanted) return;
        this.begun = this.now();
        this.lastFinal.restarted = true;
        const engine: Recogniser = this.make(
            this.earsOf(() => this.engine === engine),
            this.language,
        );
        this.engine = engine;
        this.state.set({ state: "listening" });
        try {
            engine.start();
        } catch {
            this.again();
        }
    }

    /** An engine that was given up may still say something; only the present one is listened to. */
    private earsOf(present: () => boolean): Ears {
        return {
            onWords: (text, final) => present() && this.words(text.trim(), final),
            onEnd: () => present() && this.again(),
            onError: (code) => present() && hopeless.has(code) && this.giveUp(code),
        };
    }

    private words(text: string, final: boolean): void {
        if (!text) return;
        this.heardAt = this.now();
        this.failures = 0;
        if (final && this.repeats(text)) return;
        this.open ??= { segmentId: newId(this.now()), revision: 0, startedAt: this.instant(), text };
        this.open.text = text;
        this.open.revision++;
        if (final) this.finish();
        else this.onSegment({ ...this.open, final: false, source: "speech" });
    }

    private finish(): void {
        if (!this.open) return;
        const segment = this.open;
        this.open = undefined;
        this.lastFinal = { text: segment.text, at: this.now(), restarted: false };
        this.onSegment({ ...segment, endedAt: this.instant(), final: true, source: "speech" });
    }

    private repeats(text: string): boolean {
        return (
            this.lastFinal.restarted &&
            text === this.lastFinal.text &&
            this.now() - this.lastFinal.at < this.settings.repeat
        );
    }

    private again(): void {
        this.engine = undefined;
        this.finish();
        if (!this.wanted) return;
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
