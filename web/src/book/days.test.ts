import { describe, expect, it } from "vitest";
import { byDay, monthRange, monthsOn } from "./days";

const slot = (start: string, localStart: string, offset: string) => ({ start, end: start, localStart, offset });

describe("free times by day", () => {
    it("stand on the day of the chosen zone, in order", () => {
        const days = byDay([
            slot("2026-12-02T02:00:00Z", "2026-12-01T21:00", "-05:00"),
            slot("2026-12-01T14:00:00Z", "2026-12-01T09:00", "-05:00"),
            slot("2026-12-02T14:00:00Z", "2026-12-02T09:00", "-05:00"),
        ]);
        expect([...days.keys()]).toEqual(["2026-12-01", "2026-12-02"]);
        expect(days.get("2026-12-01")?.slots.map(({ start }) => start)).toEqual([
            "2026-12-01T14:00:00Z",
            "2026-12-02T02:00:00Z",
        ]);
        expect(days.get("2026-12-01")?.clocksChange).toBe(false);
    });

    it("tell the two halves of a doubled hour apart, and say that clocks change", () => {
        const day = byDay([
            slot("2026-11-01T05:30:00Z", "2026-11-01T01:30", "-04:00"),
            slot("2026-11-01T06:30:00Z", "2026-11-01T01:30", "-05:00"),
            slot("2026-11-01T15:00:00Z", "2026-11-01T10:00", "-05:00"),
        ]).get("2026-11-01");
        expect(day?.clocksChange).toBe(true);
        const [first, second, plain] = day?.slots.map(({ label }) => label) ?? [];
        expect(first).toContain("UTC−04:00");
        expect(second).toContain("UTC−05:00");
        expect(plain).not.toContain("UTC");
    });
});

describe("a month of a calendar", () => {
    it("begins today where part of it is over", () => {
        expect(monthRange("2026-11", "2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-30" });
        expect(monthRange("2028-02", "2026-11-23")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    });

    it("goes over the end of a year", () => {
        expect(monthsOn("2026-12", 1)).toBe("2027-01");
        expect(monthsOn("2026-01", -1)).toBe("2025-12");
    });
});
