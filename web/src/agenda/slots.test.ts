import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ZoneOffsets } from "../wire/views/clocks";
import { nextGoodHour, nextMinute, readSlot, usualReading } from "./slots";

/** As the server answers. */
const offsets = (zone: string, offset: string, ...changes: [at: string, after: string][]): ZoneOffsets => ({
    tzdb: "2026f",
    zone,
    offset,
    changes: changes.map(([at, after], i) => ({ at, before: changes[i - 1]?.[1] ?? offset, after })),
});

const clocks: Record<string, ZoneOffsets> = {
    "America/New_York": offsets(
        "America/New_York",
        "-05:00",
        ["2026-03-08T07:00:00Z", "-04:00"],
        ["2026-11-01T06:00:00Z", "-05:00"],
    ),
    "Europe/Berlin": offsets(
        "Europe/Berlin",
        "+01:00",
        ["2026-03-29T01:00:00Z", "+02:00"],
        ["2026-10-25T01:00:00Z", "+01:00"],
    ),
    "Australia/Lord_Howe": offsets(
        "Australia/Lord_Howe",
        "+11:00",
        ["2026-04-04T15:00:00Z", "+10:30"],
        ["2026-10-03T15:30:00Z", "+11:00"],
    ),
    "Pacific/Apia": offsets("Pacific/Apia", "-10:00", ["2011-12-30T10:00:00Z", "+14:00"]),
    "Africa/Casablanca": offsets(
        "Africa/Casablanca",
        "+01:00",
        ["2026-02-15T02:00:00Z", "+00:00"],
        ["2026-03-22T02:00:00Z", "+01:00"],
        ["2026-09-20T01:00:00Z", "+00:00"],
    ),
    "Asia/Kathmandu": offsets("Asia/Kathmandu", "+05:45"),
    "America/Vancouver": offsets("America/Vancouver", "-08:00", ["2026-03-08T10:00:00Z", "-07:00"]),
};
const clocksOf = (zone: string) => clocks[zone] as ZoneOffsets;

describe("a wall clock that happens once", () => {
    it.each([
        ["2026-12-01T09:00", "America/New_York", "2026-12-01T14:00:00Z", "-05:00"],
        ["2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00Z", "-04:00"],
        ["2026-07-01T09:00", "Asia/Kathmandu", "2026-07-01T03:15:00Z", "+05:45"],
        ["2026-07-01T09:00", "Europe/Berlin", "2026-07-01T07:00:00Z", "+02:00"],
        // Since 2026 its clocks change no more, whatever this browser believes.
        ["2027-01-15T09:00", "America/Vancouver", "2027-01-15T16:00:00Z", "-07:00"],
        // The minute at which the gap ends, and the last before it begins.
        ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z", "+02:00"],
        ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z", "+01:00"],
    ])("%s in %s is %s", (local, zone, instant, offset) => {
        expect(readSlot(local, clocksOf(zone))).toEqual({ kind: "plain", reading: { local, instant, offset } });
    });
});

describe("a wall clock that clocks jump over", () => {
    it.each([
        // zone, asked for, read later, at, read earlier
        ["America/New_York", "2026-03-08T02:30", "2026-03-08T03:30", "2026-03-08T07:30:00Z", "2026-03-08T01:30"],
        ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:30", "2026-03-29T01:30:00Z", "2026-03-29T01:30"],
        ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45", "2026-10-03T15:45:00Z", "2026-10-04T01:45"],
        // Samoa left out 30 December 2011 altogether.
        ["Pacific/Apia", "2011-12-30T09:00", "2011-12-31T09:00", "2011-12-30T19:00:00Z", "2011-12-29T09:00"],
        // Morocco's clocks go forward when Ramadan ends.
        ["Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T03:30", "2026-03-22T02:30:00Z", "2026-03-22T01:30"],
    ])("%s, %s moves later to %s", (zone, asked, later, instant, earlier) => {
        const slot = readSlot(asked, clocksOf(zone));
        expect(slot.kind).toBe("gap");
        expect(usualReading(slot)).toMatchObject({ local: later, instant });
        expect(slot.kind === "gap" && slot.earlier.local).toBe(earlier);
    });
});

describe("a wall clock that happens twice", () => {
    it.each([
        ["America/New_York", "2026-11-01T01:30", "-04:00", "-05:00", "2026-11-01T05:30:00Z"],
        ["Europe/Berlin", "2026-10-25T02:30", "+02:00", "+01:00", "2026-10-25T00:30:00Z"],
        ["Australia/Lord_Howe", "2026-04-05T01:45", "+11:00", "+10:30", "2026-04-04T14:45:00Z"],
        ["Africa/Casablanca", "2026-02-15T02:30", "+01:00", "+00:00", "2026-02-15T01:30:00Z"],
    ])("%s, %s means the first, at %s", (zone, asked, first, second, instant) => {
        const slot = readSlot(asked, clocksOf(zone));
        expect(slot).toMatchObject({ kind: "overlap", first: { offset: first }, second: { offset: second } });
        expect(usualReading(slot)).toEqual({ local: asked, instant, offset: first });
    });
});

describe("proposals", () => {
    const at = (instant: string) => Temporal.Instant.from(instant);

    it("starts now means a minute that has not begun", () => {
        expect(nextMinute(clocksOf("Europe/Berlin"), at("2026-07-01T07:00:20Z"))).toBe("2026-07-01T09:02");
        expect(nextMinute(clocksOf("Europe/Berlin"), at("2026-07-01T07:00:00Z"))).toBe("2026-07-01T09:01");
    });

    it.each([
        ["2026-07-01T07:20:00Z", "2026-07-01T10:00"],
        ["2026-07-01T01:00:00Z", "2026-07-01T09:00"],
        ["2026-07-01T17:10:00Z", "2026-07-02T09:00"],
        ["2026-07-01T21:50:00Z", "2026-07-02T09:00"],
    ])("at %s the next good hour is %s in Berlin", (now, good) => {
        expect(nextGoodHour("Europe/Berlin", at(now))).toBe(good);
    });
});
