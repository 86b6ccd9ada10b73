/** When a host can be met, what can be booked with them, and the bookings of people without an account. */
import { queryOptions } from "@tanstack/react-query";
import { http } from "./http";
import type { Id, Instant } from "./views/ids";
import type { InterviewerKind } from "./views/meetings";

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** Wall clocks like `09:00`; an end may be `24:00`. */
export interface Hours {
    from: string;
    to: string;
}

export interface Availability {
    zone: string;
    weekly: (Hours & { day: Weekday })[];
    overrides: { date: string; hours: Hours[] }[];
    minimumNoticeMinutes: number;
    horizonDays: number;
    stepMinutes: number;
    mostPerDay: number | null;
    mostPerWeek: number | null;
}

export interface MeetingType {
    slug: string;
    title: string;
    durationMinutes: number;
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    questionSetId: Id | null;
    interviewer: InterviewerKind;
    location: string;
    /** Whether it has a public page. */
    open: boolean;
    publicPath: string;
}

export interface BusyFeed {
    address: string;
    state: "unread" | "fresh" | "stale";
    readAt: Instant | null;
    problem: string;
    busyTimes: number;
}

export interface HostCalendar {
    calendarId: Id;
    hostId: string;
    hostName: string;
    edition: number;
    availability: Availability | null;
    meetingTypes: MeetingType[];
    busyFeed: BusyFeed | null;
}

/** A time that can be booked, on the clocks of the zone that was asked for. */
export interface FreeSlot {
    start: Instant;
    end: Instant;
    localStart: string;
    offset: string;
}

export interface Offer {
    title: string;
    durationMinutes: number;
    hostName: string;
}

export interface Held {
    holdId: Id;
    start: Instant;
    expires: Instant;
}

export interface Booking {
    holdId?: Id;
    start: Instant;
    name: string;
    email: string;
    zone: string;
    notes?: string;
}

export interface Booked {
    meetingId: Id;
    title: string;
    hostName: string;
    start: Instant;
    localStart: string;
    zone: string;
    durationMinutes: number;
    joinUrl: string;
    appointmentUrl: string;
}

export interface Appointment {
    meetingId: Id;
    title: string;
    hostName: string;
    start: Instant;
    end: Instant;
    localStart: string;
    zone: string;
    status: string;
    name: string;
    role: string;
    mayCancel: boolean;
    mayMove: boolean;
    cancelledBy: "host" | "lead" | "system" | null;
    reason: string;
    /** Of the page where such a meeting can be booked again; empty if there is none. */
    bookingPath: string;
}

/** Whose page it is: tenant, host and kind of meeting. */
export interface PageAddress {
    tenant: string;
    host: string;
    type: string;
}

const at = ({ tenant, host, type }: PageAddress) => `/public/${[tenant, host, type].map(encodeURIComponent).join("/")}`;

export const myCalendar = () =>
    queryOptions({
        queryKey: ["calendar", "me"],
        queryFn: ({ signal }) => http.get<HostCalendar>("/calendars/me", signal),
    });
export const setAvailability = (edition: number, body: Availability) =>
    http.change<undefined>("PUT", "/calendars/me/availability", { body, version: edition });
export const setMeetingType = (edition: number, { slug, publicPath: _, ...body }: MeetingType) =>
    http.change<undefined>("PUT", `/calendars/me/meeting-types/${encodeURIComponent(slug)}`, {
        body,
        version: edition,
    });
export const removeMeetingType = (edition: number, slug: string) =>
    http.change<undefined>("DELETE", `/calendars/me/meeting-types/${encodeURIComponent(slug)}`, { version: edition });
export const setBusyFeed = (edition: number, url: string) =>
    http.change<undefined>("PUT", "/calendars/me/busy-feed", { body: { url }, version: edition });
export const removeBusyFeed = (edition: number) =>
    http.change<undefined>("DELETE", "/calendars/me/busy-feed", { version: edition });

export const offer = (page: PageAddress) =>
    queryOptions({
        queryKey: ["offer", page],
        queryFn: ({ signal }) => http.get<Offer>(at(page), signal),
    });
/** The free times of at most 31 days, both ends included. */
export const freeSlots = (page: PageAddress, from: string, to: string, zone: string) =>
    queryOptions({
        queryKey: ["offer", page, "slots", from, to, zone],
        queryFn: async ({ signal }) =>
            (
                await http.get<{ slots: FreeSlot[] }>(
                    `${at(page)}/slots?${new URLSearchParams({ from, to, zone })}`,
                    signal,
                )
            ).slots,
    });
export const holdSlot = (page: PageAddress, start: Instant) => http.post<Held>(`${at(page)}/holds`, { start });
export const giveBack = (page: PageAddress, { holdId, start }: Held) =>
    http.change<undefined>("DELETE", `${at(page)}/holds/${holdId}?${new URLSearchParams({ start })}`);
export const book = (page: PageAddress, body: Booking) => http.post<Booked>(`${at(page)}/bookings`, body);

export const appointment = (token: string) =>
    queryOptions({
        queryKey: ["guest", token, "appointment"],
        queryFn: ({ signal }) => http.get<Appointment>(`/guest/${encodeURIComponent(token)}/appointment`, signal),
    });
/** The times to which the meeting of a link could move. */
export const timesToMove = (token: string, from: string, to: string, zone: string) =>
    queryOptions({
        queryKey: ["guest", token, "slots", from, to, zone],
        queryFn: async ({ signal }) =>
            (
                await http.get<{ slots: FreeSlot[] }>(
                    `/guest/${encodeURIComponent(token)}/slots?${new URLSearchParams({ from, to, zone })}`,
                    signal,
                )
            ).slots,
    });
export const moveByLink = (token: string, start: Instant, zone: string) =>
    http.post<undefined>(`/guest/${encodeURIComponent(token)}/reschedule`, { start, zone });
export const callOff = (token: string, reason: string) =>
    http.post<undefined>(`/guest/${encodeURIComponent(token)}/cancel`, { reason });

export interface CalendarFeed {
    open: boolean;
    openedAt: Instant | null;
}

export const calendarFeed = () =>
    queryOptions({
        queryKey: ["calendar", "feed"],
        queryFn: ({ signal }) => http.getVersioned<CalendarFeed>("/calendar-feed", signal),
    });
export const openCalendarFeed = (version: number | undefined) =>
    http.change<{ url: string }>("POST", "/calendar-feed", { version });
export const closeCalendarFeed = (version: number | undefined) =>
    http.change<undefined>("POST", "/calendar-feed/close", { version });
