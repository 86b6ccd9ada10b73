/** What every attendee's calendar shows, by all that was sent to it and all that came back. */
import { queryOptions } from "@tanstack/react-query";
import { http } from "./http";
import type { Id, Instant } from "./views/ids";

export type Response = "accepted" | "declined" | "tentative";
export type Shows = "nothing" | "current" | "outdated" | "cancelled" | "unsure" | "declined";

export interface LedgerEntry {
    notificationId: Id;
    kind: string;
    sequence: number;
    state: string;
    documentHash: string;
    answer: string;
    messageId: string;
    at: Instant;
}

export interface LedgerAttendee {
    participantId: Id;
    name: string;
    email: string;
    invited: boolean;
    shows: Shows;
    explanation: string;
    shownSequence: number | null;
    /** Whether telling this calendar once more may help. */
    repairOffered: boolean;
    entries: LedgerEntry[];
    reply: { response: Response; sequence: number; comment: string; at: Instant } | null;
}

export interface CalendarLedger {
    meetingId: Id;
    uid: string;
    sequence: number;
    version: number;
    attendees: LedgerAttendee[];
}

export interface InboundMail {
    id: string;
    receivedAt: Instant;
    from: string;
    subject: string;
    verdict: "accepted" | "declined" | "ignored" | "quarantined" | "parked" | "bounce" | "complaint";
    reason: string;
    meetingId: Id | null;
}

export const calendarLedger = (id: Id) =>
    queryOptions({
        queryKey: ["meeting", id, "ledger"],
        queryFn: ({ signal }) => http.get<CalendarLedger>(`/meetings/${id}/calendar-ledger`, signal),
    });
export const repair = (id: Id, version: number, participantId: Id) =>
    http.change<undefined>("POST", `/meetings/${id}/calendar-ledger/${participantId}/repair`, { version });
export const resend = (notificationId: Id, version: number | undefined) =>
    http.change<undefined>("POST", `/deliveries/${notificationId}/resend`, version === undefined ? {} : { version });
export const acceptProposal = (id: Id, version: number, participantId: Id) =>
    http.change<undefined>("POST", `/meetings/${id}/proposals/${participantId}/accept`, { version });
export const declineProposal = (id: Id, version: number, participantId: Id) =>
    http.change<undefined>("POST", `/meetings/${id}/proposals/${participantId}/decline`, { version });
export const inboundMail = () =>
    queryOptions({
        queryKey: ["deliveries", "inbound"],
        queryFn: ({ signal }) => http.get<InboundMail[]>("/mail/inbound", signal),
    });
