/** Measures this person's microphone, 20 times a second. */
import { Cell } from "../cell";
import { Voice } from "./Voice";

export interface Level {
    /** 0 to 1, as loudness is felt. */
    level: number;
    speaking: boolean;
}

export const silent: Level = { level: 0, speaking: false };

/** Loudness (RMS, 0 to 1) now, and an end. */
export interface Meter {
    rms(): number;
    close(): void;
}

export class Levels {
    readonly level = new Cell<Level>(silent);
    private readonly voice = new Voice();
    private meter: Meter | undefined;
    private tick = 0;
    private timer: ReturnType<typeof setInterval> | undefined;

    constructor(
        private readonly meterOf: (stream: MediaStream) => Meter = analyserOf,
        private readonly now: () => number = () => performance.now(),
        private readonly every = 50,
    ) {}

    /** Listens to this stream from now on; to nothing where there is none. */
    follow(stream: MediaStream | undefined): void {
        this.rest();
        if (!stream || stream.getAudioTracks().length === 0) return;
        this.meter = this.meterOf(stream);
        this.timer = setInterval(() => this.measure(), this.every);
    }

    close(): void {
        this.rest();
    }

    private rest(): void {
        clearInterval(this.timer);
        this.meter?.close();
        this.meter = undefined;
        this.voice.reset();
        this.level.set(silent);
    }

    private measure(): void {
        const rms = this.meter?.rms() ?? 0;
        const speaking = this.voice.hear(rms, this.now());
        const level = Math.round(Math.min(1, Math.sqrt(rms) * 1.6) * 50) / 50;
        const before = this.level.get();
        // Ten a second are enough to see; that somebody begins or ends is told at once.
        this.tick++;
        if (before.speaking === speaking && (before.level === level || this.tick % 2 === 1)) return;
        this.level.set({ level, speaking });
    }
}

function analyserOf(stream: MediaStream): Meter {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 2048;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    // A page that was opened without a gesture has its audio suspended until the first one.
    const wake = () => void context.resume();
    document.addEventListener("pointerdown", wake, { once: true });
    return {
        rms: () => {
            analyser.getFloatTimeDomainData(samples);
            return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
        },
        close: () => {
            document.removeEventListener("pointerdown", wake);
            void context.close();
        },
    };
}
