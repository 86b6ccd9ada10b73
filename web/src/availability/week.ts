/** A week of hours as people edit it: day by day, with ends at midnight written as `00:00`. */
import type { Availability, Hours, Weekday } from "../wire/booking";

export const weekdays: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const working = weekdays.slice(0, 5);

export type Week = Record<Weekday, Hours[]>;

export interface Draft extends Omit<Availability, "weekly" | "mostPerDay" | "mostPerWeek"> {
    week: Week;
    /** Empty where there is no bound. */
    mostPerDay: number | "";
    mostPerWeek: number | "";
}

const emptyWeek = (): Week => Object.fromEntries(weekdays.map((day): [string, Hours[]] => [day, []])) as Week;
const edited = ({ from, to }: Hours): Hours => ({ from, to: to === "24:00" ? "00:00" : to });
const stored = ({ from, to }: Hours): Hours => ({ from, to: to === "00:00" ? "24:00" : to });

/** What somebody who never said anything may begin with. */
export function firstDraft(zone: string): Draft {
    const week = emptyWeek();
    working.forEach((day) => (week[day] = [{ from: "09:00", to: "17:00" }]));
    return {
        zone,
        week,
        overrides: [],
        minimumNoticeMinutes: 120,
        horizonDays: 60,
        stepMinutes: 30,
        mostPerDay: "",
        mostPerWeek: "",
    };
}

export function draftOf({ weekly, overrides, mostPerDay, mostPerWeek, ...rest }: Availability): Draft {
    const week = emptyWeek();
    weekly.forEach(({ day, from, to }) => week[day].push(edited({ from, to })));
    return {
        ...rest,
        week,
        overrides: overrides.map(({ date, hours }) => ({ date, hours: hours.map(edited) })),
        mostPerDay: mostPerDay ?? "",
        mostPerWeek: mostPerWeek ?? "",
    };
}

export function availabilityOf({ week, overrides, mostPerDay, mostPerWeek, ...rest }: Draft): Availability {
    return {
        ...rest,
        weekly: weekdays.flatMap((day) => week[day].map((hours) => ({ day, ...stored(hours) }))),
        overrides: overrides.map(({ date, hours }) => ({ date, hours: hours.map(stored) })),
        mostPerDay: mostPerDay === "" ? null : mostPerDay,
        mostPerWeek: mostPerWeek === "" ? null : mostPerWeek,
    };
}

/** Where the server's `weekly[3].to` stands on the page: `tuesday.1`. */
export function placeOf(field: string, week: Week): string {
    const weekly = /^weekly\[(\d+)]/.exec(field);
    if (weekly) {
        const places = weekdays.flatMap((day) => week[day].map((_, at) => `${day}.${at}`));
        return places[Number(weekly[1])] ?? field;
    }
    const override = /^overrides\[(\d+)]/.exec(field);
    return override ? `overrides.${override[1]}` : field;
}

/** The hours that somebody most likely adds: after lunch, or an ordinary day. */
export function nextHours(hours: Hours[]): Hours {
    const last = hours.at(-1);
    if (!last) return { from: "09:00", to: "17:00" };
    const from = Math.min(Number(last.to.slice(0, 2)) + 1, 22);
    const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
    return { from: clock(from), to: clock(Math.min(from + 3, 23)) };
}

/** The hours of one day on every working day. */
export const likeOnWorkdays = (week: Week, like: Weekday): Week => ({
    ...week,
    ...Object.fromEntries(working.map((day) => [day, week[like].map((hours) => ({ ...hours }))])),
});
