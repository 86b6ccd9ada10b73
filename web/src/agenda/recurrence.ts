/** How a meeting repeats, as the form asks for it and as the server is told (RFC 5545 §3.3.10). */
import type { ZoneOffsets } from "../wire/views/clocks";
import { readSlot, usualReading } from "./slots";

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY";

export interface Repeats {
    every: "never" | Frequency;
    interval: number;
    /** Days of the week besides that of the first meeting; only weekly. */
    days: string[];
    ends: "count" | "until";
    count: number;
    /** The last day, for instance `2026-12-31`. */
    until: string | null;
    /** Days that are left out. */
    skip: string[];
}

export const once: Repeats = {
    every: "never",
    interval: 1,
    days: [],
    ends: "count",
    count: 4,
    until: null,
    skip: [],
};

export const weekdays = [
    ["MO", "Monday"],
    ["TU", "Tuesday"],
    ["WE", "Wednesday"],
    ["TH", "Thursday"],
    ["FR", "Friday"],
    ["SA", "Saturday"],
    ["SU", "Sunday"],
] as const;

/** The day of the week of a date, as a rule writes it. */
export const dayOf = (date: string): string => weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]?.[0] ?? "MO";

export interface Recurrence {
    rrule: string;
    exceptions?: string[];
}

/** Nothing for a meeting that happens once. The last day is that of the meeting's own clocks, whatever they show in UTC. */
export function recurrenceOf(
    { every, interval, days, ends, count, until, skip }: Repeats,
    date: string,
    time: string,
    offsets: ZoneOffsets | undefined,
): Recurrence | undefined {
    if (every === "never") return undefined;
    const parts = [`FREQ=${every}`];
    if (interval > 1) parts.push(`INTERVAL=${interval}`);
    // The first meeting is always one of them.
    const all = weekdays.map(([day]) => day).filter((day) => day === dayOf(date) || days.includes(day));
    if (every === "WEEKLY" && all.length > 1) parts.push(`BYDAY=${all.join(",")}`);
    parts.push(ends === "until" && until ? `UNTIL=${endOf(until, offsets)}` : `COUNT=${count}`);
    const exceptions = skip.map((day) => `${day}T${time.slice(0, 5)}`);
    return { rrule: parts.join(";"), ...(exceptions.length > 0 ? { exceptions } : {}) };
}

function endOf(day: string, offsets: ZoneOffsets | undefined): string {
    const instant = offsets ? usualReading(readSlot(`${day}T23:59`, offsets)).instant : `${day}T23:59:00Z`;
    return `${new Date(instant).toISOString().slice(0, 16).replaceAll(/[-:]/g, "")}00Z`;
}
