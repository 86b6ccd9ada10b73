import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Segment } from "../wire/frames";
import { Listening } from "./Listening";
import type { Ears } from "./recogniser";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-12-01T14:00:00Z") }));
afterEach(() => void vi.useRealTimers());

/** A recogniser that says what the test lets it say. */
class Engine {
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
    const listener = new Listening(
        (ears) => engines[engines.push(new Engine(ears)) - 1] as Engine,
        (segment) => segments.push(segment),
    );
    const engine = () => engines.at(-1) as Engine;
    const finals = () => segments.filter(({ final }) => final).map(({ text }) => text);
    return { listener, engines, engine, segments, finals };
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

    it("thirty times in ten minutes loses nothing and doubles nothing", () => {
        const { listener, engine, finals } = listening();
        listener.start();
        const said: string[] = [];
        for (let round = 0; round < 30; round++) {
            pass(18_000);
            said.push(`sentence ${round}`, `half ${round}`);
            engine().ears.onWords(`sentence ${round}`, true);
            engine().ears.onWords(`half ${round}`, false);
            engine().ears.onEnd();
            pass(2_000);
        }
        expect(finals()).toEqual(said);
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
    const listener = new Listening(undefined, () => {});
    listener.start();
    expect(listener.state.get()).toEqual({ state: "unavailable", reason: "no-engine" });
});
