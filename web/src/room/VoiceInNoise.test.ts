import { describe, expect, it } from "vitest";
import { Voice } from "./Voice";
import { noise, rate, recorded, speech, type Noise } from "./voices.fixture";

const every = 50;
const window = 2_048 / 48;
const kinds: Noise[] = ["white", "fan", "babble"];

/** As Levels measures: every 50 ms the loudness of the last 43 ms. */
function decisions(samples: Int16Array, voice = new Voice()): boolean[] {
    const heard: boolean[] = [];
    for (let at = every; at * (rate / 1_000) <= samples.length; at += every) {
        const to = Math.round(at * (rate / 1_000));
        const part = samples.subarray(to - Math.round(window * (rate / 1_000)), to);
        const rms = Math.sqrt(part.reduce((sum, one) => sum + (one / 32_768) ** 2, 0) / part.length);
        heard.push(voice.hear(rms, at));
    }
    return heard;
}

/** What would be right: speech from 200 ms after a turn begins until 550 ms after it ends, because sooner nobody should say so. */
const right = (turns: [number, number][], frames: number): boolean[] =>
    Array.from({ length: frames }, (_, frame) => {
        const at = ((frame + 1) * every * rate) / 1_000;
        return turns.some(([from, to]) => at >= from + 0.2 * rate && at < to + 0.55 * rate);
    });

const share = (heard: boolean[], truth: boolean[]) => heard.filter((one, i) => one === truth[i]).length / truth.length;

describe("speech ten decibels above the noise of the room", () => {
    it.each(kinds.flatMap((kind) => [1, 2, 3].map((seed) => ({ kind, seed }))))(
        "is told from $kind noise in 95 of 100 frames ($seed)",
        ({ kind, seed }) => {
            const { samples, turns } = speech(120, seed);
            const heard = decisions(recorded(samples, turns, noise(kind, samples.length, seed + 100), 10));
            const right95 = share(heard, right(turns, heard.length));
            expect(turns.length).toBeGreaterThan(8);
            expect(right95).toBeGreaterThanOrEqual(0.95);
        },
    );

    it("is still told from it when the room has become twice as loud, once the ear is used to it", () => {
        const { samples, turns } = speech(120, 4);
        const behind = noise("fan", samples.length, 104).map((one, i) => (i < samples.length / 2 ? one / 2 : one));
        const heard = decisions(recorded(samples, turns, behind, 10));
        const truth = right(turns, heard.length);
        const from = Math.round(heard.length * 0.6);
        expect(share(heard.slice(from), truth.slice(from))).toBeGreaterThanOrEqual(0.95);
    });
});

it("noise alone is nobody speaking", () => {
    for (const kind of kinds) {
        const { samples } = speech(10, 5);
        const silence = new Float32Array(60 * rate);
        const heard = decisions(recorded(silence, [[0, 1]], noise(kind, silence.length, 105), 10));
        expect(samples.length).toBeGreaterThan(0);
        expect(heard.slice(100).filter(Boolean)).toHaveLength(0);
    }
});

it("nobody begins before 200 ms or ends before 550 ms", () => {
    const { samples, turns } = speech(120, 6);
    const heard = decisions(recorded(samples, turns, noise("white", samples.length, 106), 20));
    const edges = heard.flatMap((now, i) =>
        i > 0 && now !== heard[i - 1] ? [{ now, at: ((i + 1) * every * rate) / 1_000 }] : [],
    );
    expect(edges.length).toBeGreaterThanOrEqual(2 * turns.length);
    edges
        .filter(({ now }) => now)
        .forEach(({ at }) => {
            const begun = turns.filter(([from]) => from <= at).at(-1)?.[0] ?? 0;
            expect(at - begun).toBeGreaterThanOrEqual(0.2 * rate);
        });
});
