// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { serverAnswers, show } from "../look/show.fixture";
import type { BuyingSignal, MeetingAnalysis, SegmentReading, SpeakerMetrics } from "../wire/views/analyses";
import { SignalsPanel } from "./SignalsPanel";
import { TalkPanel } from "./TalkPanel";

afterEach(cleanup);

const signal = (kind: BuyingSignal["kind"], quote: string, negated = false): BuyingSignal => ({
    kind,
    from: 0,
    to: quote.length,
    quote,
    negated,
    confidence: 0.9,
});

const reading = (
    segmentId: string,
    mood: SegmentReading["sentiment"]["mood"],
    ...signals: BuyingSignal[]
): SegmentReading => ({
    segmentId,
    answers: null,
    sentiment: { mood, confidence: 0.8 },
    signals,
    readBy: "rules/1",
});

const lena: SpeakerMetrics = {
    participantId: "lena",
    name: "Lena Leitner",
    role: "lead",
    spoken: "PT1M12.4S",
    share: 0.746,
    turns: 1,
    wordsPerTurn: 30,
    longestMonologue: "PT40S",
    interruptions: 2,
    estimated: false,
};

function heard(readings: SegmentReading[], ...speakers: SpeakerMetrics[]) {
    const talk = {
        length: "PT2M",
        switchesPerMinute: 3.25,
        questionsPerHour: 60,
        patience: "PT1.25S",
        responseLatency: "PT2S",
        speakers,
    };
    const coverage = { questions: 1, settled: 1, answered: 1, openMandatory: [] };
    serverAnswers({
        "GET /meetings/m/analysis": { meetingId: "m", readings, coverage, talk } satisfies MeetingAnalysis,
    });
}

describe("buying signals", () => {
    it("stand under what they are about, with the words and a way to the moment", async () => {
        heard([
            reading(
                "s1",
                "negative",
                signal("budget", "no budget this year", true),
                signal("pain", "it costs us hours"),
            ),
            reading("s2", "positive", signal("pain", "nobody finds them")),
        ]);
        show(<SignalsPanel meetingId="m" isOn={false} />);
        await screen.findByText("Budget");
        expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
            "Pain",
            "Budget",
        ]);
        expect(screen.getByText("“nobody finds them”").getAttribute("href")).toBe("/meetings/m?segment=s2");
        expect(screen.getAllByText("the opposite")).toHaveLength(1);
        expect(screen.getByText("1 positive")).toBeTruthy();
        expect(screen.getByText("1 negative")).toBeTruthy();
    });

    it("that are not there are not made up", async () => {
        heard([reading("s1", "neutral")]);
        show(<SignalsPanel meetingId="m" isOn={false} />);
        await screen.findByText("Nothing that the lead said so far speaks of buying.");
        expect(screen.queryByText(/neutral/)).toBeNull();
    });
});

describe("how people talked", () => {
    it("is told of everybody", async () => {
        heard([], lena, {
            ...lena,
            participantId: "ai",
            name: "Parley",
            share: 0.254,
            turns: 3,
            interruptions: 0,
            estimated: true,
        });
        show(<TalkPanel meetingId="m" isOn={false} />);
        await screen.findByText("1:12 · 75 %");
        expect(screen.getByText("≈ 1:12 · 25 %")).toBeTruthy();
        expect(screen.getByLabelText("Parley spoke 25 % of the time")).toBeTruthy();
        expect(screen.getByText("1 turn, the longest 0:40; began 2 × before somebody else had ended")).toBeTruthy();
        expect(screen.getByText("3 turns, the longest 0:40")).toBeTruthy();
        expect(screen.getByText(/waited 1\.3 s or more after the lead's words, and the lead 2\.0 s/)).toBeTruthy();
        expect(screen.getByText(/reckoned from the number of words/)).toBeTruthy();
    });

    it("is not told before anybody has", async () => {
        heard([]);
        show(
            <>
                <SignalsPanel meetingId="m" isOn={false} />
                <TalkPanel meetingId="m" isOn={false} />
            </>,
        );
        await screen.findByText("Nothing that the lead said so far speaks of buying.");
        expect(screen.queryByText("How they talked")).toBeNull();
    });
});
