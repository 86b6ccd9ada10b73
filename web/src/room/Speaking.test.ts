import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Speaking } from "./Speaking";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aMouth() {
    const said: string[] = [];
    let finish: (heard: boolean) => void = () => {};
    let hushed = 0;
    const mouth = {
        say: (sentence: string, done: (heard: boolean) => void) => {
            said.push(sentence);
            finish = done;
        },
        hush: () => void hushed++,
    };
    return { mouth, said, finish: (heard = true) => finish(heard), hushed: () => hushed };
}

describe("speaking", () => {
    it("says one sentence after the other", () => {
        const { mouth, said, finish } = aMouth();
        const speaking = new Speaking(mouth);
        speaking.say("Hello. I am an AI! Is that fine?");
        expect(said).toEqual(["Hello."]);
        finish();
        finish();
        expect(said).toEqual(["Hello.", "I am an AI!", "Is that fine?"]);
        expect(speaking.view.get().sentence).toBe("Is that fine?");
        finish();
        expect(speaking.view.get()).toMatchObject({ sentence: undefined, able: true });
    });

    it("goes on when the voice gets stuck, and knows that nobody heard it", () => {
        const { mouth, said, hushed } = aMouth();
        const speaking = new Speaking(mouth);
        speaking.say("One. Two.");
        vi.advanceTimersByTime(5_000);
        expect([said, hushed()]).toEqual([["One.", "Two."], 1]);
        expect(speaking.view.get().able).toBe(false);
    });

    it("says nothing more when somebody cuts in, even if the voice reports late", () => {
        const { mouth, said, finish } = aMouth();
        const speaking = new Speaking(mouth);
        speaking.say("One. Two.");
        speaking.hush();
        finish();
        vi.advanceTimersByTime(60_000);
        expect([said, speaking.view.get().sentence]).toEqual([["One."], undefined]);
    });

    it("is silent when muted, and speaks again afterwards", () => {
        const { mouth, said } = aMouth();
        const speaking = new Speaking(mouth);
        speaking.mute(true);
        speaking.say("Unheard.");
        speaking.mute(false);
        speaking.say("Heard.");
        expect(said).toEqual(["Heard."]);
    });

    it("without a voice does nothing and breaks nothing", () => {
        const speaking = new Speaking(undefined);
        speaking.say("Hello.");
        expect(speaking.view.get()).toMatchObject({ sentence: undefined, able: false });
    });
});
