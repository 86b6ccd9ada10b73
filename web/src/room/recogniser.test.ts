import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ears } from "./recogniser";

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

const ears: Ears = { onStart: () => {}, onWords: () => {}, onEnd: () => {}, onError: () => {} };

/** Engines as browsers make them; `phrases` is there from Chrome 142 on. */
async function aBrowser({ phrases = true } = {}) {
    const made: { phrases?: { phrase: string }[]; onerror?: (event: { error: string }) => void }[] = [];
    function Engine() {
        const engine = phrases ? { phrases: [] } : {};
        made.push(engine);
        return engine;
    }
    class SpeechRecognitionPhrase {
        constructor(
            readonly phrase: string,
            readonly boost: number,
        ) {}
    }
    vi.stubGlobal("window", { webkitSpeechRecognition: Engine, ...(phrases ? { SpeechRecognitionPhrase } : {}) });
    const { findRecogniser } = await import("./recogniser");
    const start = () => void findRecogniser()?.(ears, "en-US", ["Quetzal", "Parley"]);
    return { made, start, hints: () => made.at(-1)?.phrases?.map(({ phrase }) => phrase) };
}

describe("names that an engine would not expect", () => {
    it("reach one that takes hints", async () => {
        const { start, hints } = await aBrowser();
        start();
        expect(hints()).toEqual(["Quetzal", "Parley"]);
    });

    it("are kept from one that does not know them", async () => {
        const { start, made } = await aBrowser({ phrases: false });
        start();
        expect(made[0] && "phrases" in made[0]).toBe(false);
    });

    it("are not given again after one has said that it does not support them", async () => {
        const { start, made, hints } = await aBrowser();
        start();
        made[0]?.onerror?.({ error: "phrases-not-supported" });
        start();
        expect(hints()).toEqual([]);
    });
});

it("a browser without an engine has none, and nothing breaks", async () => {
    vi.stubGlobal("window", {});
    const { findRecogniser } = await import("./recogniser");
    expect(findRecogniser()).toBeUndefined();
});
