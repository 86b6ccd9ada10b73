import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Segment } from "../wire/frames";
import { Consent } from "./Consent";
import { Listening } from "./Listening";
import type { Ears } from "./recogniser";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-12-01T14:00:00Z") }));
afterEach(() => void vi.useRealTimers());

function consent() {
    const line = { up: true };
    const said: boolean[] = [];
    const mine = new Consent((frame) =>
        line.up && frame.type === "consent" ? said.push(frame.payload.given) : undefined,
    );
    return { mine, said, line };
}

describe("consent that is taken back", () => {
    it("stops capture at once, whatever an engine still says, and for good", () => {
        const captured: [at: number, text: string][] = [];
        const engines: { ears: Ears; aborted: boolean }[] = [];
        const start = Date.now();
        const listening = new Listening(
            (ears) => {
                const engine = { ears, aborted: false };
                engines.push(engine);
                return { start: () => {}, stop: () => {}, abort: () => void (engine.aborted = true) };
            },
            { onSegment: ({ text }: Segment) => void captured.push([Date.now() - start, text]), onGap: () => {} },
        );
        listening.start();
        engines[0]?.ears.onWords("we have", false);
        // Once while it listens, once while it waits to be started again.
        listening.discard();
        expect(engines[0]?.aborted).toBe(true);
        const before = captured.length;
        for (let passed = 0; passed < 20; passed++) {
            engines.forEach(({ ears }) => ears.onWords("and this is private", passed % 2 === 0));
            engines.forEach(({ ears }) => ears.onEnd());
            listening.voiceHeard();
            vi.advanceTimersByTime(1_000);
        }
        expect(captured).toHaveLength(before);
        expect(captured.filter(([, text]) => text.includes("private"))).toEqual([]);
        expect(engines).toHaveLength(1);
    });

    it("between two engines, and given again, has one engine", () => {
        const engines: Ears[] = [];
        const listening = new Listening(
            (ears) => {
                engines.push(ears);
                return { start: () => {}, stop: () => {}, abort: () => {} };
            },
            { onSegment: () => {}, onGap: () => {} },
        );
        listening.start();
        engines[0]?.onEnd();
        listening.discard();
        vi.advanceTimersByTime(100);
        expect(engines).toHaveLength(1);
        listening.start();
        vi.advanceTimersByTime(60_000);
        expect(engines).toHaveLength(2);
    });

    it("while the line is down is said when it is up again, and what the server believed until then counts nothing", () => {
        const { mine, said, line } = consent();
        mine.answer(true);
        mine.stored(true);
        line.up = false;
        mine.answer(false);
        line.up = true;
        mine.stored(true);
        expect(mine.state.get()).toBe("declined");
        mine.sendAgain();
        expect(said).toEqual([true, false]);
        mine.stored(false);
        mine.sendAgain();
        expect([said.length, mine.state.get()]).toEqual([2, "declined"]);
    });

    it("while it was on its way is not given by the server's late yes", () => {
        const { mine, said } = consent();
        mine.answer(true);
        mine.answer(false);
        mine.stored(true);
        expect([said, mine.state.get()]).toEqual([[true, false], "declined"]);
    });

    it("before it had been stored is refused without harm, and may be given again", () => {
        const { mine, said } = consent();
        mine.answer(true);
        mine.answer(false);
        expect(mine.refused(2, "NO_CONSENT")).toBe(true);
        expect(mine.state.get()).toBe("declined");
        mine.answer(true);
        mine.stored(true);
        expect([said, mine.state.get()]).toEqual([[true, false, true], "given"]);
    });
});
