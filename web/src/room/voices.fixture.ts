/** Speech and noise as samples, the same ones every time: syllables of a voice, words, breaths, and a room around them. */

export const rate = 8_000;

/** Numbers that look random (mulberry32). */
export function dice(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
}

export type Noise = "white" | "fan" | "babble";

const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);

function scaled(samples: Float32Array, to: number): Float32Array {
    const factor = to / rms(samples);
    return samples.map((one) => one * factor);
}

/** One word: syllables of 120 to 260 ms, each swelling and falling, over the harmonics of a voice. */
function say(into: Float32Array, from: number, until: number, roll: () => number): void {
    const pitch = 100 + roll() * 120;
    for (let at = from; at < until;) {
        const length = Math.min(until - at, Math.round((0.12 + roll() * 0.14) * rate));
        const loud = 0.6 + roll() * 0.8;
        for (let i = 0; i < length; i++) {
            const time = (at + i) / rate;
            const swell = 0.35 + 0.65 * Math.sin((Math.PI * i) / length);
            let sample = 0;
            for (let harmonic = 1; harmonic <= 6; harmonic++)
                sample += Math.sin(2 * Math.PI * pitch * harmonic * time + harmonic) / harmonic;
            into[at + i] = loud * swell * sample;
        }
        at += length;
    }
}

/** Turns of 3 to 9 s with pauses of 2 to 6 s between them; within a turn words, and gaps of 60 to 300 ms. */
export function speech(seconds: number, seed: number): { samples: Float32Array; turns: [from: number, to: number][] } {
    const roll = dice(seed);
    const samples = new Float32Array(seconds * rate);
    const turns: [number, number][] = [];
    let at = 3 * rate;
    for (;;) {
        const end = at + Math.round((3 + roll() * 6) * rate);
        if (end > samples.length - 2 * rate) return { samples, turns };
        const begun = at;
        while (at < end) {
            const word = at + Math.round((0.25 + roll() * 0.6) * rate);
            say(samples, at, word, roll);
            at = word + Math.round((0.06 + roll() * 0.24) * rate);
            turns[turns.length - (turns.at(-1)?.[0] === begun ? 1 : 0)] = [begun, word];
        }
        at += Math.round((2 + roll() * 4) * rate);
    }
}

export function noise(kind: Noise, length: number, seed: number): Float32Array {
    const roll = dice(seed);
    const samples = new Float32Array(length);
    let low = 0;
    for (let i = 0; i < length; i++) {
        const white = roll() + roll() + roll() - 1.5;
        low = 0.95 * low + white;
        // Many voices at once: noise that swells a little.
        const swell = 1 + 0.25 * Math.sin((2 * Math.PI * 3.1 * i) / rate) * Math.sin((2 * Math.PI * 0.7 * i) / rate);
        samples[i] = kind === "white" ? white : kind === "fan" ? low : low * swell;
    }
    return samples;
}

/** 16-bit samples, as in a WAV file, of speech this loud with noise so many decibels below it. */
export function recorded(voice: Float32Array, speaking: [number, number][], behind: Float32Array, snr: number) {
    const active = Float32Array.from(speaking.flatMap(([from, to]) => Array.from(voice.subarray(from, to))));
    const factor = 0.08 / rms(active);
    const quiet = scaled(behind, 0.08 / 10 ** (snr / 20));
    return Int16Array.from(voice, (one, i) =>
        Math.round(32_767 * Math.max(-1, Math.min(1, one * factor + (quiet[i] ?? 0)))),
    );
}
