import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Said } from "../wire/frames";
import { sentences } from "./sentences";
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

    it("says next what comes after somebody cut in, not what was left", () => {
        const { mouth, said } = aMouth();
        const speaking = new Speaking(mouth);
        speaking.say("One. Two. Three.");
        speaking.hush();
        speaking.say("Four.");
        expect(said).toEqual(["One.", "Four."]);
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

describe("when the voice fails in the middle", () => {
    it("captions go on at the pace of reading, and the voice is tried again with the next sentence", () => {
        const { mouth, said, finish } = aMouth();
        const shown: (string | undefined)[] = [];
        const speaking = new Speaking(mouth);
        speaking.view.subscribe(() => void shown.push(speaking.view.get().sentence));
        speaking.say("Thank you. Who decides about this? And when?");
        finish();
        finish(false);
        expect(speaking.view.get()).toMatchObject({ sentence: "Who decides about this?", able: false });
        vi.advanceTimersByTime(2_000);
        expect(said).toHaveLength(2);
        vi.advanceTimersByTime(1_000);
        expect(said).toEqual(["Thank you.", "Who decides about this?", "And when?"]);
        finish();
        expect(shown.filter((one, i) => one !== shown[i - 1])).toEqual([...said, undefined]);
        expect(speaking.view.get().able).toBe(true);
    });

    it("and throws, nothing else breaks", () => {
        const speaking = new Speaking({
            say: () => {
                throw new Error("no voice today");
            },
            hush: () => {},
        });
        speaking.say("One. Two.");
        expect(speaking.view.get().sentence).toBe("One.");
        vi.advanceTimersByTime(2_000);
        expect(speaking.view.get().sentence).toBe("Two.");
        vi.advanceTimersByTime(2_000);
        expect(speaking.view.get()).toMatchObject({ sentence: undefined, able: false });
    });
});

describe("what was really heard is reported", () => {
    const text = "Thank you. Who decides? And when?";
    const reported = () => {
        const told: Said[] = [];
        const { mouth, finish } = aMouth();
        return { told, finish, speaking: new Speaking(mouth, (one) => void told.push(one)) };
    };

    it("after all of it", () => {
        const { told, finish, speaking } = reported();
        speaking.say(text, "s");
        [1, 2].forEach(() => finish());
        expect(told).toEqual([]);
        finish();
        expect(told).toEqual([{ segmentId: "s", characters: text.length, outcome: "finished" }]);
    });

    it("when somebody cuts in, for what was begun and what was not", () => {
        const { told, finish, speaking } = reported();
        speaking.say(text, "s");
        speaking.say("Something else?", "t");
        finish();
        speaking.hush();
        finish();
        expect(told).toEqual([
            { segmentId: "s", characters: "Thank you.".length, outcome: "cut" },
            { segmentId: "t", characters: 0, outcome: "cut" },
        ]);
    });

    it("when the voice failed, or is switched off", () => {
        const { told, finish, speaking } = reported();
        speaking.say("Thank you. Who decides?", "s");
        finish();
        finish(false);
        vi.advanceTimersByTime(10_000);
        speaking.mute(true);
        speaking.say(text, "t");
        expect(told).toEqual([
            { segmentId: "s", characters: "Thank you.".length, outcome: "failed" },
            { segmentId: "t", characters: 0, outcome: "failed" },
        ]);
    });
});

describe("what was interrupted by a noise", () => {
    const text = "Thank you. Who decides? And when?";

    it("goes on with the sentence that was cut, and not with what was heard here", () => {
        const { mouth, said, finish } = aMouth();
        const told: Said[] = [];
        const speaking = new Speaking(mouth, (one) => void told.push(one));
        speaking.say(text, "s");
        finish();
        finish();
        speaking.hush();
        speaking.say(text, "s", "Thank you.".length);
        expect(said.at(-1)).toBe("And when?");
        finish();
        expect(told.at(-1)).toEqual({ segmentId: "s", characters: text.length, outcome: "finished" });
    });

    it("goes on where it is told to, if it was not heard here at all", () => {
        const { mouth, said } = aMouth();
        new Speaking(mouth).say(text, "s", "Thank you.".length);
        expect(said).toEqual(["Who decides?"]);
    });
});

describe("what somebody does not want to hear", () => {
    it("is read, and so was not cut", () => {
        const told: Said[] = [];
        const speaking = new Speaking(aMouth().mouth, (one) => void told.push(one));
        speaking.say("Thank you. Who decides?", "s");
        speaking.mute(true);
        expect(told).toEqual([{ segmentId: "s", characters: 0, outcome: "failed" }]);
    });
});

describe("sentences", () => {
    it("keep their numbers, and add up to the text", () => {
        const text = "Is it 3.5 million?  Or 4! Well… so be it";
        expect(sentences(text)).toEqual([
            { sentence: "Is it 3.5 million?", end: 18 },
            { sentence: "Or 4!", end: 25 },
            { sentence: "Well…", end: 31 },
            { sentence: "so be it", end: text.length },
        ]);
    });

    it("that nobody could say in ten seconds are cut where one breathes, and lose no word", () => {
        const text = `${"word ".repeat(20)}here, ${"and ".repeat(60)}there.`;
        const parts = sentences(text);
        expect(Math.max(...parts.map(({ sentence }) => sentence.length))).toBeLessThanOrEqual(160);
        expect(parts[0]?.sentence.endsWith("here,")).toBe(true);
        expect(parts.map(({ sentence }) => sentence).join(" ")).toBe(text);
        expect(parts.at(-1)?.end).toBe(text.length);
    });
});
