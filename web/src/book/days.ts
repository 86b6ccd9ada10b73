/** Free times as a page shows them: by day, each on the clocks of the chosen zone. */
import type { FreeSlot } from "../wire/booking";

export interface Day {
    /** For instance `2026-12-01`. */
    date: string;
    slots: ShownSlot[];
    /** Clocks change on this day while people may be met. */
    clocksChange: boolean;
}

export interface ShownSlot extends FreeSlot {
    /** The wall clock, with its offset where the same hour comes twice. */
    label: string;
}

const wallClock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
const wallDay = new Intl.DateTimeFormat(undefined, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
});

/** A wall clock as people read it; it has no zone, so none is put into it. */
export const asWallClock = (local: string) => wallClock.format(new Date(`${local.slice(0, 16)}Z`));
export const asWallDay = (local: string) => wallDay.format(new Date(`${local.slice(0, 10)}T00:00Z`));

export function byDay(slots: FreeSlot[]): Map<string, Day> {
    const days = new Map<string, FreeSlot[]>();
    for (const slot of slots) {
        const date = slot.localStart.slice(0, 10);
        days.set(date, [...(days.get(date) ?? []), slot]);
    }
    return new Map([...days].map(([date, of]) => [date, day(date, of)]));
}

function day(date: string, slots: FreeSlot[]): Day {
    const shown = slots.toSorted((one, other) => one.start.localeCompare(other.start));
    const twice = ({ localStart }: FreeSlot) => slots.filter((other) => other.localStart === localStart).length > 1;
    return {
        date,
        clocksChange: new Set(slots.map(({ offset }) => offset)).size > 1,
        slots: shown.map((slot) => ({
            ...slot,
            label: asWallClock(slot.localStart) + (twice(slot) ? ` (UTC${slot.offset.replace("-", "−")})` : ""),
        })),
    };
}

/** The first and the last day that a month shows, not before today. */
export function monthRange(month: string, today: string): { from: string; to: string } {
    const [year = 0, number = 1] = month.split("-").map(Number);
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const two = (value: number) => String(value).padStart(2, "0");
    const first = `${year}-${two(number)}-01`;
    return { from: first < today ? today : first, to: `${year}-${two(number)}-${two(last)}` };
}

/** `2026-12` and so many months on. */
export function monthsOn(month: string, count: number): string {
    const [year = 0, number = 1] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
