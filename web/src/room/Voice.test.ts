import { describe, expect, it } from "vitest";
import { Voice } from "./Voice";

/** Loudness over time: [RMS, milliseconds] stretches, measured every 50 ms. Answers when speech began and ended. */
function turns(...stretches: [rms: number, milliseconds: number][]) {
    const voice = new Voice();
    const changes: [at: number, speaking: boolean][] = [];
    let at = 0;
    for (const [rms, milliseconds] of stretches)
        for (const end = at + milliseconds; at < end; at += 50) {
            const before = voice.speaking;
            if (voice.hear(rms, at) !== before) changes.push([at, voice.speaking]);
        }
    return changes;
}

describe("speech", () => {
    it("begins after 200 ms and ends after 550 ms of quiet", () => {
        expect(turns([0.003, 1_000], [0.1, 2_000], [0.003, 2_000])).toEqual([
            [1_200, true],
            [3_550, false],
        ]);
    });

    it("goes on over pauses between words", () => {
        expect(turns([0.003, 1_000], [0.1, 500], [0.003, 400], [0.1, 500], [0.003, 300])).toEqual([[1_200, true]]);
    });

    it("is not a knock", () => {
        expect(turns([0.003, 1_000], [0.4, 150], [0.003, 1_000])).toEqual([]);
    });

    it("is not a fan that was switched on, once the ear is used to it", () => {
        const changes = turns([0.003, 1_000], [0.03, 60_000]);
        expect(changes.at(-1)?.[1]).toBe(false);
    });

    it("is heard over a fan", () => {
        const voice = new Voice();
        for (let at = 0; at < 60_000; at += 50) voice.hear(0.03, at);
        for (let at = 60_000; at < 61_000; at += 50) voice.hear(0.15, at);
        expect(voice.speaking).toBe(true);
    });

    it("goes on however long somebody speaks", () => {
        const words: [number, number][] = Array.from({ length: 60 }, (_, word) =>
            word % 2 ? [0.01, 200] : [0.1, 800],
        );
        expect(turns([0.003, 1_000], ...words)).toEqual([[1_200, true]]);
    });
});
