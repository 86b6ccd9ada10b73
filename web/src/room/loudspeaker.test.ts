import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Segment } from "../wire/frames";
import { Exchange } from "./Exchange";
import { dice } from "./voices.fixture";
import { Speaking } from "./Speaking";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-12-01T14:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const interview = [
    "Hello and welcome. I am Parley, an artificial intelligence. I will ask you a few questions about your plans.",
    "Do you have a budget for this year?",
    "Thank you. Who else has to agree before you can decide? And by when would you like to start?",
    "How many orders do you handle in a month, and how many of them are returned?",
    "What do you use today, and what annoys you most about it?",
];

/** A room with a loudspeaker: its voice takes its time, and a recogniser hears it later, in pieces, and not always rightly. */
function aRoomWithLoudspeaker(seed: number, recogniserOf: "loudspeaker" | "test" = "loudspeaker") {
    const roll = dice(seed);
    const said: Segment[] = [];
    let hushed = 0;
    let stretch = 0;
    const misheard = (word: string) => (word.length >= 5 && roll() < 0.2 ? `${word.slice(0, -1)}ts` : word);
    const recognise = (sentence: string) => {
        const id = `echo ${stretch++}`;
        const words = sentence
            .toLowerCase()
            .replace(/[.,?!]/g, "")
            .split(" ")
            .filter(() => roll() > 0.04)
            .map(misheard);
        words.forEach((_, i) => hear(id, words.slice(0, i + 1).join(" "), false, 400 + 300 * i + roll() * 200));
        // The final words come up to a second after the sound has ended.
        hear(id, words.join(" "), true, 400 + 300 * words.length + 300 + roll() * 700);
    };
    const mouth = {
        say: (sentence: string, done: (heard: boolean) => void) => {
            if (recogniserOf === "loudspeaker") recognise(sentence);
            setTimeout(() => done(true), 300 * sentence.split(" ").length);
        },
        hush: () => void hushed++,
    };
    const speaking = new Speaking(mouth);
    const exchange = new Exchange(speaking, (segment) => void said.push(segment));
    const tell = (segmentId: string, text: string, final: boolean) =>
        exchange.heard({ segmentId, text, final, revision: 1, source: "speech" });
    const hear = (id: string, text: string, final: boolean, after: number) =>
        void setTimeout(() => tell(id, text, final), after);
    const untilSilence = () => {
        for (let passed = 0; passed < 60_000 && speaking.isHeard(); passed += 50) vi.advanceTimersByTime(50);
    };
    const finals = () => said.filter(({ final }) => final).map(({ text }) => text);
    return { speaking, said, finals, tell, untilSilence, hushed: () => hushed };
}

describe("through a loudspeaker", () => {
    it.each(Array.from({ length: 20 }, (_, seed) => seed))(
        "the interviewer neither answers nor interrupts itself (%d)",
        (seed) => {
            const { speaking, said, untilSilence, hushed } = aRoomWithLoudspeaker(seed);
            interview.forEach((question) => {
                speaking.say(question);
                untilSilence();
                vi.advanceTimersByTime(5_000);
            });
            expect(said.map(({ text }) => text)).toEqual([]);
            expect(hushed()).toBe(0);
        },
    );

    it("an answer that comes at once counts, although it takes up the words of the question", () => {
        const { speaking, finals, tell, untilSilence } = aRoomWithLoudspeaker(1);
        const answers = ["Yes, we have a budget.", "Yes.", "No.", "Forty thousand this year.", "Our CFO and I decide."];
        answers.forEach((answer, i) => {
            speaking.say("Do you have a budget for this year?");
            untilSilence();
            vi.advanceTimersByTime(700);
            tell(`answer ${i}`, answer, false);
            tell(`answer ${i}`, answer, true);
            vi.advanceTimersByTime(5_000);
        });
        expect(finals()).toEqual(answers);
    });

    it("an answer in one breath with the echo is told from it", () => {
        const { speaking, finals, tell, untilSilence } = aRoomWithLoudspeaker(2, "test");
        speaking.say("Do you have a budget for this year?");
        vi.advanceTimersByTime(1_000);
        tell("both", "do you have a budget", false);
        untilSilence();
        tell("both", "do you have a budget for this year yes forty", false);
        vi.advanceTimersByTime(500);
        tell("both", "do you have a budget for this year, yes, forty thousand.", true);
        expect(finals()).toEqual(["yes, forty thousand."]);
    });

    it("somebody who was speaking before is written down without the echo behind it", () => {
        const { speaking, finals, tell } = aRoomWithLoudspeaker(3, "test");
        tell("own", "we handle three hundred", false);
        speaking.say("Do you have a budget for this year?");
        vi.advanceTimersByTime(1_500);
        tell("own", "we handle three hundred do you have a", true);
        expect(finals()).toEqual(["we handle three hundred"]);
    });

    it("somebody who cuts in is heard, and the voice falls silent", () => {
        const { speaking, finals, tell, hushed } = aRoomWithLoudspeaker(4, "test");
        speaking.say("Do you have a budget for this year?");
        vi.advanceTimersByTime(500);
        tell("own", "wait a moment", false);
        expect([hushed(), speaking.isHeard()]).toEqual([1, false]);
        tell("own", "wait a moment, that is not what I meant", true);
        expect(finals()).toEqual(["wait a moment, that is not what I meant"]);
    });
});
