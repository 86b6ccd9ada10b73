import { describe, expect, it } from "vitest";
import { dayOf, once, recurrenceOf, type Repeats } from "./recurrence";

const tuesday = "2026-12-01";
const rule = (repeats: Partial<Repeats>, offset = "+00:00") =>
    recurrenceOf({ ...once, ...repeats }, tuesday, "09:00", { tzdb: "2026f", zone: "X", offset, changes: [] });

describe("a meeting that repeats", () => {
    it.each<[string, Partial<Repeats>, string]>([
        ["every day", { every: "DAILY", count: 3 }, "FREQ=DAILY;COUNT=3"],
        ["every week", { every: "WEEKLY" }, "FREQ=WEEKLY;COUNT=4"],
        ["every other week", { every: "WEEKLY", interval: 2 }, "FREQ=WEEKLY;INTERVAL=2;COUNT=4"],
        ["on more days", { every: "WEEKLY", days: ["TH", "MO"] }, "FREQ=WEEKLY;BYDAY=MO,TU,TH;COUNT=4"],
        ["days matter only to weeks", { every: "MONTHLY", days: ["TH"] }, "FREQ=MONTHLY;COUNT=4"],
    ])("%s", (_, repeats, rrule) => expect(rule(repeats)).toEqual({ rrule }));

    it("has no rule when it happens once", () => expect(rule({})).toBeUndefined());

    it.each([
        ["+05:30", "UNTIL=20261231T182900Z"],
        ["-08:00", "UNTIL=20270101T075900Z"],
    ])("ends with the last day on its own clocks (UTC%s)", (offset, end) =>
        expect(rule({ every: "WEEKLY", ends: "until", until: "2026-12-31" }, offset)?.rrule).toBe(`FREQ=WEEKLY;${end}`),
    );

    it("leaves days out at the hour of the meeting", () =>
        expect(rule({ every: "WEEKLY", skip: ["2026-12-08", "2026-12-22"] })?.exceptions).toEqual([
            "2026-12-08T09:00",
            "2026-12-22T09:00",
        ]));

    it("knows the day of a date", () => expect([tuesday, "2026-12-06"].map(dayOf)).toEqual(["TU", "SU"]));
});
