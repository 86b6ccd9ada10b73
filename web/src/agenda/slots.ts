/** What a wall clock in a region means, by the server's offsets: a browser's own rules may be years old. */
import { Temporal } from "temporal-polyfill";
import { currentName } from "../look/zones";
import type { ZoneOffsets } from "../wire/views/clocks";

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

export function readSlot(local: string, offsets: ZoneOffsets): Slot {
    const wall = Temporal.PlainDateTime.from(local);
    const [first, second] = [...new Set([offsets.offset, ...offsets.changes.map(({ after }) => after)])]
        .map((offset) => ({ offset, at: instantOf(wall, offset) }))
        .filter(({ offset, at }) => offsetAt(at, offsets) === offset)
        .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
        .map(({ offset, at }) => reading(at, offset));
    if (!first) return gap(wall, offsets);
    return second ? { kind: "overlap", first, second } : { kind: "plain", reading: first };
}

function gap(wall: Temporal.PlainDateTime, { offset, changes }: ZoneOffsets): Slot {
    for (const { at, before, after } of changes) {
        const [late, early] = [instantOf(wall, before), instantOf(wall, after)];
        const jumped = Temporal.Instant.compare(late, at) >= 0 && Temporal.Instant.compare(early, at) < 0;
        if (jumped) return { kind: "gap", earlier: reading(early, before), later: reading(late, after) };
    }
    return { kind: "plain", reading: reading(instantOf(wall, offset), offset) };
}

const instantOf = (wall: Temporal.PlainDateTime, offset: string) => wall.toZonedDateTime(offset).toInstant();

const offsetAt = (at: Temporal.Instant, { offset, changes }: ZoneOffsets) =>
    changes.findLast((change) => Temporal.Instant.compare(change.at, at) <= 0)?.after ?? offset;

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

function reading(at: Temporal.Instant, offset: string): Reading {
    return {
        local: at.toZonedDateTimeISO(offset).toPlainDateTime().toString({ smallestUnit: "minute" }),
        instant: at.toString(),
        offset,
    };
}

/** Here and now, to the next full minute. */
export function nextMinute(offsets: ZoneOffsets, now = Temporal.Now.instant()): string {
    return now
        .add({ minutes: 1 })
        .toZonedDateTimeISO(offsetAt(now, offsets))
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
