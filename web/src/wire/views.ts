/** The answers' shapes: the records nested in core-api's `…Query`, word for word. */

export type Instant = string;
export type Id = string;

export interface Actor {
    tenant: string;
    id: string;
    kind: "user" | "lead" | "ai" | "system" | "crm";
    name: string;
}

export interface Me {
    actor: Actor;
    roles: string[];
    email: string;
}

export interface SignedIn extends Me {
    token: string;
    expiresAt: Instant;
}

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

export interface TranscriptLine {
    segmentId: Id;
    number: number;
    speaker: Id;
    speakerName: string;
    speakerRole: Role;
    text: string;
    startedAt: Instant;
    endedAt: Instant;
    offset: string;
    source: "speech" | "typed" | "interviewer" | "imported";
    corrected: boolean;
}

/** Hits in the snippet stand between U+E000 and U+E001. */
export interface TranscriptHit {
    meetingId: Id;
    meetingTitle: string;
    leadId: Id;
    segmentId: Id;
    number: number;
    speakerName: string;
    startedAt: Instant;
    snippet: string;
    rank: number;
}

export type LeadStatus = "new" | "engaged" | "qualified" | "nurture" | "disqualified";
export type Band = "hot" | "warm" | "cold";

export interface LeadCard {
    leadId: Id;
    name: string;
    company: string;
    email: string;
    status: LeadStatus;
    proposed: LeadStatus | null;
    fit: number | null;
    engagement: number | null;
    band: Band | null;
    lastMeeting: Instant | null;
    version: number;
}

export interface Contact {
    name: string;
    email: string;
    company: string;
    phone: string;
    title: string;
}

export interface Point {
    rule: string;
    axis: "fit" | "engagement";
    points: number;
    questionId: Id | null;
    questionSetVersion: number;
    segments: Id[];
    quote: string;
}

export interface Score {
    fit: number;
    engagement: number;
    band: Band;
    rubric: string;
    points: Point[];
}

export interface ScoreReceipt {
    leadId: Id;
    meetingId: Id;
    at: Instant;
    score: Score;
}

export interface LeadPage {
    card: LeadCard;
    contact: Contact;
    score: Score | null;
    proposal: { from: LeadStatus; to: LeadStatus; reason: string } | null;
    insights: { meetingId: Id; kind: string; text: string; evidence: Id[]; at: Instant }[];
    meetings: { meetingId: Id; title: string; start: Instant; status: MeetingStatus }[];
}

export type QuestionType = "open" | "yes-no" | "scale" | "number" | "date" | "choice" | "multi";
export type Signal = "need" | "budget" | "authority" | "timing" | "fit" | "none";

export interface Question {
    questionId: Id;
    text: string;
    type: QuestionType;
    mandatory: boolean;
    options: string[];
    maxFollowUps: number;
    signal: Signal;
}

export interface QuestionSetLine {
    questionSetId: Id;
    title: string;
    category: string;
    questions: number;
    publishedVersion: number | null;
    draftDiffers: boolean;
    retired: boolean;
    version: number;
}

export interface PinnedQuestionSet {
    questionSetId: Id;
    version: number;
    title: string;
    questions: Question[];
}

export interface QuestionSetPage {
    questionSetId: Id;
    title: string;
    category: string;
    draft: Question[];
    published: PinnedQuestionSet | null;
    retired: boolean;
    version: number;
}

export interface DeliveryLine {
    notificationId: Id;
    meetingId: Id;
    kind: string;
    recipientName: string;
    recipientEmail: string;
    occasion: string;
    sequence: number;
    state: "requested" | "deferred" | "sent" | "failed" | "unknown" | "bounced" | "complained";
    attempts: number;
    messageId: string;
    detail: string;
    at: Instant;
    /** For changes that depend on what was seen. */
    version?: number;
}

export interface Mail {
    id: string;
    from: string;
    to: string;
    subject: string;
    receivedAt: Instant;
    kind?: string;
    text: string;
    html?: string;
    calendar?: string;
}

export interface StoredEventLine {
    position: number;
    stream: string;
    sequence: number;
    type: string;
    revision: string;
    at: Instant;
    envelope: Record<string, unknown>;
    payload: Record<string, unknown>;
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
}

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

/** All regions, by their present names. */
export interface Zones {
    /** The release of the rules, for instance 2026f. */
    tzdb: string;
    zones: string[];
}

/** What clocks show in a region: `offset` at first, then what every change makes of it. Offsets are like `-04:00`. */
export interface ZoneOffsets {
    tzdb: string;
    zone: string;
    offset: string;
    changes: { at: Instant; before: string; after: string }[];
}
