import { describe, expect, it } from "vitest";
import type { Availability } from "../wire/booking";
import { availabilityOf, draftOf, firstDraft, likeOnWorkdays, nextHours, placeOf } from "./week";

const stored: Availability = {
    zone: "Europe/Berlin",
    weekly: [
        { day: "monday", from: "09:00", to: "12:00" },
        { day: "monday", from: "13:00", to: "24:00" },
        { day: "wednesday", from: "10:00", to: "11:00" },
    ],
    overrides: [{ date: "2026-12-27", hours: [{ from: "20:00", to: "24:00" }] }],
    minimumNoticeMinutes: 120,
    horizonDays: 60,
    stepMinutes: 30,
    mostPerDay: 8,
    mostPerWeek: null,
};

describe("a week of hours", () => {
    it("comes back as it was stored", () => expect(availabilityOf(draftOf(stored))).toEqual(stored));

    it("shows midnight as a clock can", () => {
        const draft = draftOf(stored);
        expect(draft.week.monday[1]).toEqual({ from: "13:00", to: "00:00" });
        expect(draft.overrides[0]?.hours[0]?.to).toBe("00:00");
    });

    it("knows where a refused interval stands", () => {
        const { week } = draftOf(stored);
        expect(placeOf("weekly[1].to", week)).toBe("monday.1");
        expect(placeOf("weekly[2]", week)).toBe("wednesday.0");
        expect(placeOf("overrides[0].hours[0]", week)).toBe("overrides.0");
        expect(placeOf("horizonDays", week)).toBe("horizonDays");
    });

    it("is copied to the working days only, and not shared between them", () => {
        const week = likeOnWorkdays(draftOf(stored).week, "wednesday");
        expect(week.friday).toEqual([{ from: "10:00", to: "11:00" }]);
        expect(week.saturday).toEqual([]);
        expect(week.friday[0]).not.toBe(week.thursday[0]);
    });

    it("begins with office hours, and goes on after lunch", () => {
        expect(firstDraft("UTC").week.friday).toEqual([{ from: "09:00", to: "17:00" }]);
        expect(nextHours([{ from: "09:00", to: "12:00" }])).toEqual({ from: "13:00", to: "16:00" });
        expect(nextHours([])).toEqual({ from: "09:00", to: "17:00" });
    });
});
