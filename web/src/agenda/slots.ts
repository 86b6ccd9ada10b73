/** What a wall clock in a region means: zone and daylight-saving arithmetic, the same rules as the server's MeetingTime. */
import { Temporal } from "temporal-polyfill";
import { currentName } from "../look/zones";

export interface Reading {
    /** The wall clock, to the minute: `2026-11-01T01:30`. */
    local: string;
    instant: string;
    /** For instance `-04:00`. */
    offset: string;
}

/**
 * - plain: this time happens once
 * - gap: clocks jump over it; it means `later`, and `earlier` is the other way to read it
 * - overlap: it happens twice; it means `first` unless somebody chooses
 */
export type Slot =
    | { kind: "plain"; reading: Reading }
    | { kind: "gap"; earlier: Reading; later: Reading }
    | { kind: "overlap"; first: Reading; second: Reading };

export function readSlot(local: string, zone: string): Slot {
    const wall = Temporal.PlainDateTime.from(local);
    const early = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
    const late = wall.toZonedDateTime(zone, { disambiguation: "later" });
    if (early.equals(late)) return { kind: "plain", reading: reading(early) };
    return wall.equals(early.toPlainDateTime())
        ? { kind: "overlap", first: reading(early), second: reading(late) }
        : { kind: "gap", earlier: reading(early), later: reading(late) };
}

/** The instant that the server will take when nobody chooses. */
export function usualReading(slot: Slot): Reading {
    switch (slot.kind) {
        case "plain":
            return slot.reading;
        case "gap":
            return slot.later;
        case "overlap":
            return slot.first;
    }
}

function reading(at: Temporal.ZonedDateTime): Reading {
    return {
        local: at.toPlainDateTime().toString({ smallestUnit: "minute" }),
        instant: at.toInstant().toString(),
        offset: at.offset,
    };
}

/** Here and now, to the next full minute. */
export function nextMinute(zone: string, now = Temporal.Now.instant()): string {
    return now
        .add({ minutes: 1 })
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .round({ smallestUnit: "minute", roundingMode: "ceil" })
        .toString({ smallestUnit: "minute" });
}

/** The next full hour that lies in office hours, as a proposal. */
export function nextGoodHour(zone: string, now = Temporal.Now.instant()): string {
    const here = now.toZonedDateTimeISO(zone).toPlainDateTime();
    const hour = here.round({ smallestUnit: "hour", roundingMode: "ceil" });
    const morning = (date: Temporal.PlainDate) => date.toPlainDateTime("09:00");
    const good =
        hour.hour < 9
            ? morning(hour.toPlainDate())
            : hour.hour > 17
              ? morning(here.toPlainDate().add({ days: 1 }))
              : hour;
    return good.toString({ smallestUnit: "minute" });
}

export const hereZone = (): string => currentName(Temporal.Now.timeZoneId());
