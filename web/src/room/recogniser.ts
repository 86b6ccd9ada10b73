/** Turning speech into words: the port, and the browser's own engine behind it. */

export interface Ears {
    /** It listens from now on. */
    onStart: () => void;
    /** Words heard so far of one stretch; the final ones never change again. */
    onWords: (text: string, final: boolean) => void;
    onEnd: () => void;
    onError: (code: string) => void;
}

export interface Recogniser {
    /** Whether it says when it begins to listen; otherwise it does as soon as it is started. */
    tellsStart?: boolean;
    start(): void;
    /** Ends, and still says what was heard. */
    stop(): void;
    /** Ends at once. */
    abort(): void;
}

/** @param phrases names that it would not expect, for engines that take such hints */
export type MakeRecogniser = (ears: Ears, language: string, phrases?: string[]) => Recogniser;

interface SpeechResult {
    readonly isFinal: boolean;
    readonly 0?: { readonly transcript: string };
}

interface SpeechEngine extends Recogniser {
    lang: string;
    continuous: boolean;
    interimResults: boolean;
    onresult: (event: { resultIndex: number; results: ArrayLike<SpeechResult> }) => void;
    onaudiostart: () => void;
    onend: () => void;
    onerror: (event: { error: string }) => void;
    /** Chrome from 142 on. */
    phrases?: unknown;
}

type EngineClass = new () => SpeechEngine;

declare global {
    interface Window {
        SpeechRecognition?: EngineClass;
        webkitSpeechRecognition?: EngineClass;
        SpeechRecognitionPhrase?: new (phrase: string, boost: number) => unknown;
        /** A recogniser of a browser test, which has no speech service. */
        __parleyRecognizer?: MakeRecogniser;
    }
}

/** The engine that this browser has, or nothing (Firefox): then people type. */
export function findRecogniser(): MakeRecogniser | undefined {
    if (window.__parleyRecognizer) return window.__parleyRecognizer;
    const Engine = window.SpeechRecognition ?? window.webkitSpeechRecognition;
    return Engine && ((ears, language, phrases) => browserRecogniser(new Engine(), ears, language, phrases));
}

/** An engine that has said that it takes no hints is given none again. */
let takesPhrases = true;
/** Likelier than its sound alone, and no more: at 10 an engine hears nothing else. */
const boost = 2;

function hint(engine: SpeechEngine, phrases: string[]): void {
    const Phrase = window.SpeechRecognitionPhrase;
    if (!takesPhrases || !Phrase || !("phrases" in engine) || phrases.length === 0) return;
    engine.phrases = phrases.map((phrase) => new Phrase(phrase, boost));
}

function browserRecogniser(engine: SpeechEngine, ears: Ears, language: string, phrases: string[] = []): Recogniser {
    engine.lang = language;
    engine.continuous = true;
    engine.interimResults = true;
    hint(engine, phrases);
    engine.onresult = ({ resultIndex, results }) => {
        const fresh = Array.from(results).slice(resultIndex);
        const words = (some: SpeechResult[]) => some.map((result) => result[0]?.transcript.trim() ?? "").join(" ");
        fresh.filter(({ isFinal }) => isFinal).forEach((result) => ears.onWords(words([result]), true));
        const interim = words(fresh.filter(({ isFinal }) => !isFinal)).trim();
        if (interim) ears.onWords(interim, false);
    };
    engine.tellsStart = true;
    engine.onaudiostart = ears.onStart;
    engine.onend = ears.onEnd;
    engine.onerror = ({ error }) => {
        if (error === "phrases-not-supported") takesPhrases = false;
        ears.onError(error);
    };
    return engine;
}
