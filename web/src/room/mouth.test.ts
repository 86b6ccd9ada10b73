import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { browserMouth } from "./mouth";
import { Speaking } from "./Speaking";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

/** A synthesis that is deaf to the first so many wishes for silence. */
function aBrowser(deafTo: number) {
    let asked = 0;
    const synthesis = {
        speaking: false,
        silentAt: NaN,
        spoken: [] as string[],
        getVoices: () => [],
        speak: ({ text }: { text: string }) => {
            synthesis.speaking = true;
            synthesis.spoken.push(text);
        },
        cancel: () => {
            if (asked++ < deafTo) return;
            synthesis.speaking = false;
            synthesis.silentAt = Date.now();
        },
    };
    vi.stubGlobal("window", { speechSynthesis: synthesis });
    vi.stubGlobal(
        "SpeechSynthesisUtterance",
        class {
            constructor(readonly text: string) {}
        },
    );
    return synthesis;
}

it.each([0, 1, 2])("the voice is silent within 250 ms, also where the browser is deaf to %d wishes", (deafTo) => {
    const synthesis = aBrowser(deafTo);
    const speaking = new Speaking(browserMouth());
    speaking.say("Who decides? And when?");
    vi.advanceTimersByTime(500);
    const at = Date.now();
    speaking.hush();
    vi.advanceTimersByTime(10_000);
    expect(synthesis.silentAt - at).toBeLessThanOrEqual(250);
    expect(synthesis.spoken).toEqual(["Who decides?"]);
});

it("what is said right after a silence is not cut off by it", () => {
    const synthesis = aBrowser(0);
    const speaking = new Speaking(browserMouth());
    speaking.say("Who decides?");
    speaking.hush();
    speaking.say("And when?");
    vi.advanceTimersByTime(1_000);
    expect(synthesis.speaking).toBe(true);
});
