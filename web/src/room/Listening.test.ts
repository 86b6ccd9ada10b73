import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Gap, Segment } from "../wire/frames";
import { Listening } from "./Listening";
import type { Ears } from "./recogniser";

let tellsStart = false;
beforeEach(() => void (tellsStart = false));
beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-12-01T14:00:00Z") }));
afterEach(() => void vi.useRealTimers());

/** A recogniser that says what the test lets it say. */
class Engine {
    readonly tellsStart = tellsStart;
    started = 0;
    stopped = 0;
    constructor(readonly ears: Ears) {}
    start() {
        this.started++;
    }
    stop() {
        this.stopped++;
    }
    abort() {
        this.stopped++;
    }
}

function listening() {
    const engines: Engine[] = [];
    const segments: Segment[] = [];
    const gaps: Gap[] = [];
    const listener = new Listening((ears) => engines[engines.push(new Engine(ears)) - 1] as Engine, {
        onSegment: (segment) => void segments.push(segment),
        onGap: (gap) => void gaps.push(gap),
    });
    const engine = () => engines.at(-1) as Engine;
    const finals = () => segments.filter(({ final }) => final).map(({ text }) => text);
    return { listener, engines, engine, segments, finals, gaps };
}
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

describe("words", () => {
    it("of one stretch keep their id, count up, and end with the final ones", () => {
        const { listener, engine, segments } = listening();
        listener.start();
        engine().ears.onWords("we have", false);
        pass(400);
        engine().ears.onWords("we have three", false);
        pass(600);
        engine().ears.onWords("We have three hundred orders.", true);
        expect(segments.map(({ revision, final, text }) => [revision, final, text])).toEqual([
            [1, false, "we have"],
            [2, false, "we have three"],
            [3, true, "We have three hundred orders."],
        ]);
        expect(new Set(segments.map(({ segmentId }) => segmentId)).size).toBe(1);
        expect(segments.at(-1)).toMatchObject({
            source: "speech",
            startedAt: "2026-12-01T14:00:00.000Z",
            endedAt: "2026-12-01T14:00:01.000Z",
        });
    });

    it("of the next stretch have another id", () => {
        const { listener, engine, segments } = listening();
        listener.start();
        engine().ears.onWords("First.", true);
        engine().ears.onWords("Second.", true);
        expect(new Set(segments.map(({ segmentId }) => segmentId)).size).toBe(2);
    });

    it("that were heard when the microphone is muted stand as they are", () => {
        const { listener, engine, finals } = listening();
        listener.start();
        engine().ears.onWords("about forty thousand", false);
        listener.stop();
        expect(finals()).toEqual(["about forty thousand"]);
        expect(engine().stopped).toBe(1);
    });

    it("that a given-up engine says late are not heard twice", () => {
        const { listener, engine, finals } = listening();
        listener.start();
        const old = engine();
        old.ears.onWords("about forty thousand", false);
        listener.stop();
        old.ears.onWords("About forty thousand.", true);
        expect(finals()).toEqual(["about forty thousand"]);
    });

    it("that Android repeats after a restart count once", () => {
        const { listener, engine, finals } = listening();
        listener.start();
        pass(3_000);
        engine().ears.onWords("Yes.", true);
        engine().ears.onEnd();
        pass(0);
        engine().ears.onWords("Yes.", true);
        pass(5_000);
        engine().ears.onWords("Yes.", true);
        expect(finals()).toEqual(["Yes.", "Yes."]);
    });
});

describe("an engine that stops", () => {
    it("by itself is started again at once", () => {
        const { listener, engines, engine } = listening();
        listener.start();
        pass(8_000);
        engine().ears.onError("no-speech");
        engine().ears.onEnd();
        pass(0);
        expect(engines).toHaveLength(2);
        expect(listener.state.get()).toEqual({ state: "listening" });
    });

    it("thirty times in ten minutes loses nothing, doubles nothing, and leaves every gap marked", () => {
        const { listener, engine, engines, finals, gaps } = listening();
        tellsStart = true;
        listener.start();
        engine().ears.onStart();
        const said: string[] = [];
        const missed: number[] = [];
        for (let round = 0; round < 30; round++) {
            pass(15_000);
            engine().ears.onWords(`sentence ${round}`, false);
            pass(2_000);
            listener.voiceHeard();
            engine().ears.onWords(`sentence ${round} is over.`, true);
            engine().ears.onWords(`and half of ${round}`, false);
            said.push(`sentence ${round} is over.`, `and half of ${round}`);
            // Every third time the person falls silent before the engine stops: then nothing is missed.
            const silent = round % 3 === 0;
            if (silent) pass(700);
            const away = 100 + 10 * round;
            engine().ears.onEnd();
            pass(away);
            engine().ears.onStart();
            if (!silent) missed.push(away);
            // Every second time the engine says again what it had heard before it stopped.
            if (round % 2) engine().ears.onWords(`and half of ${round}`, true);
            pass(3_000 - away - (silent ? 700 : 0));
        }
        expect(engines).toHaveLength(31);
        expect(finals()).toEqual(said);
        expect(gaps.map(({ startedAt, endedAt }) => Date.parse(endedAt) - Date.parse(startedAt))).toEqual(missed);
        expect(new Set(gaps.map(({ gapId }) => gapId)).size).toBe(20);
    });

    it("while somebody speaks leaves a gap that is marked, and in silence none", () => {
        const { listener, engine, gaps } = listening();
        listener.start();
        pass(7_000);
        engine().ears.onEnd();
        pass(0);
        engine().ears.onEnd();
        pass(250);
        expect(gaps).toEqual([]);
        listener.voiceHeard();
        engine().ears.onEnd();
        pass(500);
        const [gap] = gaps;
        expect(gaps).toHaveLength(1);
        expect(gap).toMatchObject({ cause: "recogniser" });
        expect(Date.parse(gap?.endedAt ?? "") - Date.parse(gap?.startedAt ?? "")).toBe(500);
    });

    it("and tells when it listens again leaves a gap until then", () => {
        const { listener, engine, gaps } = listening();
        tellsStart = true;
        listener.start();
        engine().ears.onStart();
        pass(7_000);
        listener.voiceHeard();
        engine().ears.onEnd();
        pass(180);
        expect(gaps).toEqual([]);
        engine().ears.onStart();
        expect(gaps.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
            ["2026-12-01T14:00:07.000Z", "2026-12-01T14:00:07.180Z"],
        ]);
    });

    it("and says again the last words of the one before says them once", () => {
        const { listener, engine, finals } = listening();
        listener.start();
        pass(8_000);
        engine().ears.onWords("we need about forty", false);
        engine().ears.onEnd();
        pass(0);
        engine().ears.onWords("we need about forty thousand", false);
        engine().ears.onWords("we need about forty thousand a year", true);
        expect(finals()).toEqual(["we need about forty", "thousand a year"]);
    });

    it("at once is started again ever more slowly", () => {
        const { listener, engines, engine } = listening();
        listener.start();
        for (const wait of [250, 500, 1_000, 2_000, 5_000, 5_000]) {
            const before = engines.length;
            engine().ears.onEnd();
            pass(wait - 1);
            expect(engines).toHaveLength(before);
            pass(1);
            expect(engines).toHaveLength(before + 1);
        }
    });

    it("for good is not tried again, and says why", () => {
        const { listener, engines, engine } = listening();
        listener.start();
        engine().ears.onError("not-allowed");
        engine().ears.onEnd();
        pass(60_000);
        listener.start();
        expect(engines).toHaveLength(1);
        expect(listener.state.get()).toEqual({ state: "unavailable", reason: "not-allowed" });
    });

    it("silently, while somebody speaks, is noticed", () => {
        const { listener, engines } = listening();
        listener.start();
        pass(7_999);
        listener.voiceHeard();
        expect(engines[0]?.stopped).toBe(0);
        pass(1);
        listener.voiceHeard();
        expect(engines[0]?.stopped).toBe(1);
        pass(0);
        expect(engines).toHaveLength(2);
    });

    it("after the microphone was muted stays stopped", () => {
        const { listener, engines, engine } = listening();
        listener.start();
        listener.stop();
        engine().ears.onEnd();
        pass(60_000);
        expect(engines).toHaveLength(1);
        expect(listener.state.get()).toEqual({ state: "off" });
    });
});

it("without an engine says so at once", () => {
    const listener = new Listening(undefined, { onSegment: () => {}, onGap: () => {} });
    listener.start();
    expect(listener.state.get()).toEqual({ state: "unavailable", reason: "no-engine" });
});
