/** Times as people read them. */
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const precise = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

export const asDay = (instant: string) => day.format(new Date(instant));
export const asClock = (instant: string) => clock.format(new Date(instant));
export const asMoment = (instant: string) => `${asDay(instant)}, ${asClock(instant)}`;
export const asPreciseMoment = (instant: string) => precise.format(new Date(instant));

/** The wall clock of a zone at an instant, with the zone's name at that date. */
export function asZoned(instant: string, zone: string): string {
    return new Intl.DateTimeFormat(undefined, {
        weekday: "short",
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: zone,
        timeZoneName: "short",
    }).format(new Date(instant));
}

/** Of an ISO duration without days. */
function secondsOf(duration: string): number {
    const [, hours = "0", minutes = "0", seconds = "0"] =
        /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? [];
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Minutes and seconds since the meeting started, from an ISO duration. */
export function asOffset(duration: string): string {
    const whole = Math.floor(secondsOf(duration));
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    const two = (number: number) => String(number).padStart(2, "0");
    return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A short time, from an ISO duration. */
export const asSeconds = (duration: string) => `${secondsOf(duration).toFixed(1)} s`;
