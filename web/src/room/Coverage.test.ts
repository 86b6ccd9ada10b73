import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Coverage } from "./Coverage";
import type { Level } from "./Levels";

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-12-01T14:00:00Z") }));
afterEach(() => void vi.useRealTimers());

function coverage() {
    const levels: Record<string, Level> = {};
    const agreed = new Set(["lea", "alice"]);
    const covered = new Coverage(
        () => levels,
        (who) => agreed.has(who),
    );
    const speaks = (who: string, milliseconds: number, words = false) => {
        for (let passed = 0; passed < milliseconds; passed += 500) {
            levels[who] = { level: 0.4, speaking: true };
            vi.advanceTimersByTime(500);
            if (words) covered.words(who);
        }
        levels[who] = { level: 0, speaking: false };
    };
    const of = (who: string) => covered.view.get()[who];
    return { covered, agreed, speaks, of, pass: (milliseconds: number) => vi.advanceTimersByTime(milliseconds) };
}

describe("what is spoken and what is written down", () => {
    it("are told per person", () => {
        const { covered, speaks, of } = coverage();
        speaks("lea", 6_000);
        covered.words("lea");
        speaks("alice", 4_000, true);
        expect(of("lea")).toEqual({ spoken: 6_000, transcribed: 6_000, unheard: false });
        expect(of("alice")).toEqual({ spoken: 4_000, transcribed: 4_000, unheard: false });
    });

    it("differ by what no words came for in time", () => {
        const { covered, speaks, of, pass } = coverage();
        speaks("lea", 5_000);
        pass(20_000);
        speaks("lea", 3_000);
        covered.words("lea");
        expect(of("lea")).toMatchObject({ spoken: 8_000, transcribed: 3_000 });
    });

    it("are not measured of those who did not agree", () => {
        const { speaks, of } = coverage();
        speaks("bob", 30_000);
        expect(of("bob")).toBeUndefined();
    });
});

describe("a recogniser that hears nothing", () => {
    it("is noticed within 15 seconds of speech", () => {
        const { speaks, of } = coverage();
        speaks("lea", 9_000);
        expect(of("lea")?.unheard).toBe(false);
        speaks("lea", 6_000);
        expect(of("lea")?.unheard).toBe(true);
    });

    it("is noticed within 15 seconds although the person pauses between sentences", () => {
        const { speaks, of, pass } = coverage();
        for (let sentence = 0; sentence < 3; sentence++) {
            speaks("lea", 2_000);
            pass(3_000);
        }
        expect(of("lea")?.unheard).toBe(true);
    });

    it("is forgiven as soon as words come, and when the person mutes or takes consent back", () => {
        const { covered, agreed, speaks, of, pass } = coverage();
        speaks("lea", 15_000);
        covered.words("lea");
        expect(of("lea")?.unheard).toBe(false);
        speaks("lea", 15_000);
        agreed.delete("lea");
        pass(500);
        expect(of("lea")?.unheard).toBe(false);
    });

    it("is not suspected for a cough, nor for one who is understood", () => {
        const { speaks, of, pass } = coverage();
        speaks("lea", 1_000);
        pass(60_000);
        speaks("alice", 60_000, true);
        expect([of("lea")?.unheard, of("alice")?.unheard]).toEqual([false, false]);
    });
});
