/** The letters that Java writes, read by a calendar library that others have written: two that agree are rarely both wrong. */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../infra/src/test/resources/mail/golden/", import.meta.url);
const golden = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** The part that calendars read (RFC 6047), and the method that its header names. */
function calendarPart(mail: string): { method: string; document: string } {
    const type = /^Content-Type: text\/calendar; charset=UTF-8; method=(\w+)\r?$/m.exec(mail);
    if (!type) throw new Error("no calendar part");
    const from = mail.indexOf("\r\n\r\n", type.index) + 4;
    const encoded = mail.slice(from, mail.indexOf("\r\n------=_Part", from));
    return { method: type[1] ?? "", document: Buffer.from(encoded, "base64").toString("utf8") };
}

const read = (document: string) => new ICAL.Component(ICAL.parse(document) as unknown[]);
const text = (component: ICAL.Component, property: string) => component.getFirstPropertyValue(property)?.toString();
const attendees = (event: ICAL.Component) => event.getAllProperties("attendee").map((one) => one.getFirstValue());
const uid = "@parley.example";

describe("a letter about one meeting", () => {
    it.each([
        {
            file: "request.eml",
            method: "REQUEST",
            sequence: "0",
            start: "2026-12-01T08:00:00Z",
            to: ["mailto:lena@acme.test", "mailto:gus@acme.test"],
        },
        {
            file: "update.eml",
            method: "REQUEST",
            sequence: "1",
            start: "2026-12-02T09:00:00Z",
            to: ["mailto:lena@acme.test", "mailto:gus@acme.test"],
        },
        {
            file: "cancel.eml",
            method: "CANCEL",
            sequence: "2",
            start: "2026-12-01T08:00:00Z",
            to: ["mailto:lena@acme.test"],
        },
        {
            file: "removed.eml",
            method: "CANCEL",
            sequence: "3",
            start: "2026-12-01T08:00:00Z",
            to: ["mailto:gus@acme.test"],
        },
        { file: "declined-proposal.eml", method: "DECLINECOUNTER", sequence: "1", start: undefined, to: [] },
    ])("$file", ({ file, method, sequence, start, to }) => {
        const part = calendarPart(golden(file));
        const calendar = read(part.document);
        const [event, ...others] = calendar.getAllSubcomponents("vevent");
        expect(others).toEqual([]);
        if (!event) throw new Error("no event");
        expect(part.method).toBe(method);
        expect(text(calendar, "method")).toBe(method);
        expect(text(event, "uid")).toMatch(uid);
        expect(text(event, "sequence")).toBe(sequence);
        expect(text(event, "organizer")).toBe("mailto:meet@parley.example");
        expect(text(event, "dtstamp")).toBe("2026-11-30T08:00:00Z");
        expect(text(event, "dtstart")).toBe(start);
        expect(attendees(event)).toEqual(to);
    });

    it("keeps what the title says, however it is folded", () => {
        const [event] = read(calendarPart(golden("update.eml")).document).getAllSubcomponents("vevent");
        expect(event && text(event, "summary")).toBe("Zweites Gespräch 😀, ab 10");
    });

    it("has the same name through all its letters", () => {
        const names = ["request.eml", "update.eml", "cancel.eml", "removed.eml", "declined-proposal.eml"].map(
            (file) => {
                const event = read(calendarPart(golden(file)).document).getFirstSubcomponent("vevent");
                return event && text(event, "uid");
            },
        );
        expect(new Set(names).size).toBe(1);
    });
});

describe("a series across a change of clocks", () => {
    const calendar = read(calendarPart(golden("series.eml")).document);
    const events = calendar.getAllSubcomponents("vevent");
    const [master] = events;
    const zone = calendar.getFirstSubcomponent("vtimezone");
    if (!master || !zone) throw new Error("no series");
    const newYork = new ICAL.Timezone(zone);

    it("brings the offsets of its zone before and after it", () => {
        const offset = (at: string) => newYork.utcOffset(ICAL.Time.fromDateTimeString(at)) / 3_600;
        expect(offset("2027-03-14T01:59:00")).toBe(-5);
        expect(offset("2027-03-14T03:00:00")).toBe(-4);
        expect(offset("2027-11-07T03:00:00")).toBe(-5);
    });

    it("is at nine on the clock of New York, and leaves out what was called off", () => {
        const series = new ICAL.Event(master);
        const next = series.iterator();
        const starts = [];
        for (let start = next.next() as ICAL.Time | null; start; start = next.next() as ICAL.Time | null)
            starts.push(inZone(start));
        expect(starts).toEqual(["2027-03-02T14:00:00.000Z", "2027-03-16T13:00:00.000Z", "2027-03-23T13:00:00.000Z"]);
        expect(master.getFirstProperty("dtstart")?.getParameter("tzid")).toBe("America/New_York");
        expect(master.getFirstProperty("exdate")?.getParameter("tzid")).toBe("America/New_York");
    });

    it("moves one of them to another day, named by when it would have been", () => {
        const [moved] = events.filter((event) => text(event, "sequence") === "1");
        if (!moved) throw new Error("none has moved");
        expect(moved.getFirstProperty("recurrence-id")?.getParameter("tzid")).toBe("America/New_York");
        expect(inZone(moved.getFirstPropertyValue("recurrence-id") as ICAL.Time)).toBe("2027-03-16T13:00:00.000Z");
        expect(text(moved, "dtstart")).toBe("2027-03-17T14:00:00Z");
        expect(new Set(events.map((event) => text(event, "uid"))).size).toBe(1);
    });

    /** The library takes a zone that nobody registered for no zone. */
    function inZone(time: ICAL.Time): string {
        const there = time.clone();
        there.zone = newYork;
        return new Date(there.toUnixTime() * 1_000).toISOString();
    }
});

describe("a feed", () => {
    it("publishes and invites nobody", () => {
        const calendar = read(golden("feed.ics"));
        const [event] = calendar.getAllSubcomponents("vevent");
        if (!event) throw new Error("no event");
        expect(text(calendar, "method")).toBe("PUBLISH");
        expect(text(event, "uid")).toMatch(uid);
        expect(text(event, "sequence")).toBe("7");
        expect(text(event, "summary")).toBe("Discovery call; with a semicolon");
        expect(text(event, "dtstart")).toBe("2026-11-30T08:00:00Z");
        expect(attendees(event)).toEqual([]);
    });
});
