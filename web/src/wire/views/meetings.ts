/** Meetings: the agenda, a meeting's page, and what an invited person sees. */
import type { Id, Instant } from "./ids";

export type MeetingStatus =
    | "scheduled"
    | "lobby-open"
    | "active"
    | "ending"
    | "completed"
    | "cancelled"
    | "no-show"
    | "abandoned"
    | "failed"
    | "lead-absent";

export type InterviewerKind = "ai" | "human";

export type Role = "host" | "lead" | "guest" | "interviewer";

export interface AgendaEntry {
    meetingId: Id;
    title: string;
    meetingType: string;
    hostId: string;
    hostName: string;
    leadId: Id;
    leadName: string;
    start: Instant;
    end: Instant;
    localStart: string;
    zone: string;
    durationMinutes: number;
    status: MeetingStatus;
    interviewer: InterviewerKind;
    version: number;
    /** Where it is one of a series. */
    series?: { seriesId: Id; number: number; recurrenceId: string; zone: string } | null;
    leadResponse?: "accepted" | "declined" | "tentative" | null;
}

export interface InviteeLine {
    participantId: Id;
    name: string;
    email: string;
    role: Role;
    inRoom: boolean;
    consented: boolean;
    response?: "accepted" | "declined" | "tentative" | null;
    proposal?: { start: Instant; end: Instant; comment: string; at: Instant } | null;
}

export interface QuestionLine {
    questionId: Id;
    text: string;
    mandatory: boolean;
    state: "open" | "asked" | "answered" | "skipped";
    followUps: number;
    answer: string | null;
    confidence: number | null;
    reason: string | null;
}

export interface MeetingSummary {
    headline: string;
    points: string[];
    nextSteps: string[];
    writtenBy: string;
}

export interface MeetingPage extends AgendaEntry {
    tenant: string;
    roomId: Id;
    questionSetTitle: string;
    questionSetVersion: number;
    reminders: string[];
    sequence: number;
    invitees: InviteeLine[];
    questions: QuestionLine[];
    disclosure: string | null;
    summary: MeetingSummary | null;
    startedAt: Instant | null;
    endedAt: Instant | null;
    endReason: string;
    cancelledBy?: "host" | "lead" | "system" | null;
    summaryApprovedAt?: Instant | null;
}

export interface GuestLink {
    participantId: Id;
    name: string;
    role: Role;
    joinUrl: string;
}

export interface IceServer {
    urls: string | string[];
    username?: string;
    credential?: string;
}

export interface Ticket {
    ticket: string;
    expiresAt: Instant;
    signalUrl: string;
    iceServers: IceServer[];
    /** Names that a speech recogniser would not expect. */
    phrases?: string[];
}

/** Asks for one, until it is told that it is too late. */
export type GetTicket = (signal: AbortSignal) => Promise<Ticket>;

export interface GuestPage {
    meetingId: Id;
    title: string;
    hostName: string;
    start: Instant;
    end: Instant;
    zone: string;
    localStart: string;
    status: MeetingStatus;
    participant: { participantId: Id; name: string; role: Role };
    interviewer: InterviewerKind;
}
