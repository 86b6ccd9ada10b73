/** The frames of `parley.v1` (docs/protocol.md), hand-written, and checked against the golden JSON that the Java tests read. */
import type { Id, Instant } from "./views/ids";
import type { IceServer, InterviewerKind, MeetingStatus, Role } from "./views/meetings";

export interface Person {
    participantId: Id;
    name: string;
    role: Role;
}

export interface Participant extends Person {
    audio: boolean;
    video: boolean;
    consented: boolean;
    /** Asks for the floor. */
    hand: boolean;
}

/** Somebody who waits to be let in. */
export interface Knock extends Person {
    since: Instant;
}

export type InterviewerState = "idle" | "listening" | "thinking" | "speaking" | "paused";
export type Description = { sdp: string; epoch: number };
export type Candidate = { candidate: RTCIceCandidateInit | null; epoch: number };

export type CandidateType = "host" | "srflx" | "prflx" | "relay";

/** How media of `peer` arrived here in the last seconds. */
export interface LinkQuality {
    peer: Id;
    /** Milliseconds, as `jitter`. */
    rtt: number;
    /** A share, 0 to 1. */
    loss: number;
    jitter: number;
    candidateType: CandidateType;
}

export type Grade = "good" | "fair" | "poor";

export interface Segment {
    segmentId: Id;
    revision: number;
    final: boolean;
    text: string;
    startedAt?: Instant;
    endedAt?: Instant;
    source: "speech" | "typed" | "imported";
}

interface ClientPayloads {
    join: { ticket: string; resume?: { token: string; lastSeq: number } };
    leave: Record<string, never>;
    consent: { given: boolean; text?: string };
    media: { audio: boolean; video: boolean };
    offer: Description;
    answer: Description;
    candidate: Candidate;
    level: { level: number; speaking: boolean };
    quality: LinkQuality;
    "ice-servers": Record<string, never>;
    refresh: { ticket?: string };
    simulate: { fault: "drop-signaling" | "drop-media" | "restart"; seconds: number };
    segment: Segment;
    gap: Gap;
    said: Said;
    typing: Record<string, never>;
    chat: { text: string };
    hand: { raised: boolean };
    admit: { participantId: Id };
    "admit-all": Record<string, never>;
    deny: { participantId: Id };
    mute: { participantId: Id; force: boolean };
    remove: { participantId: Id; ban: boolean };
    lock: { locked: boolean };
}

/** From then to then this person may have spoken without a word being written down. */
export interface Gap {
    gapId: Id;
    startedAt: Instant;
    endedAt: Instant;
    cause: "recogniser" | "connection";
}

/** How far the interviewer's words were spoken here. */
export interface Said {
    segmentId: Id;
    /** From the beginning, so many were heard aloud, in whole sentences. */
    characters: number;
    outcome: "finished" | "cut" | "failed";
}

export interface Caption {
    segmentId: Id;
    speaker: Id;
    name: string;
    role: Role;
    text: string;
    final: boolean;
    revision: number;
}

export interface ServerPayloads {
    welcome: {
        self: Person;
        meeting: { meetingId: Id; title: string; status: MeetingStatus; interviewer: InterviewerKind };
        room: string;
        resumeToken: string;
        participants: Participant[];
        iceServers: IceServer[];
        iceTransportPolicy: RTCIceTransportPolicy;
        interviewerState: InterviewerState;
        disclosure?: string;
        locked: boolean;
        /** For hosts only. */
        waiting?: Knock[];
    };
    waiting: { reason: "not-open-yet" | "host-admits" | "locked"; since: Instant; atTheLatest?: Instant };
    knock: Knock;
    "knock-over": { participantId: Id };
    hand: { raised: boolean };
    mute: { participantId: Id; force: boolean; by: Id };
    lock: { locked: boolean };
    resumed: { lastId: number };
    joined: { participant: Participant };
    left: { participantId: Id; reason: string };
    negotiate: { peer: Id; polite: boolean; epoch: number };
    offer: Description;
    answer: Description;
    candidate: Candidate;
    level: { level: number; speaking: boolean };
    "active-speaker": { participantId: Id | null };
    quality: { participantId: Id; grade: Grade };
    "ice-servers": { iceServers: IceServer[]; iceTransportPolicy: RTCIceTransportPolicy };
    refreshed: { ticket: string; expiresAt: Instant };
    "go-away": { reason: string; inSeconds: number };
    media: { audio: boolean; video: boolean };
    consent: { given: boolean };
    caption: Caption;
    recorded: { segmentId: Id };
    interviewer: { state: InterviewerState };
    /** From a character on where it goes on after a noise. */
    speech: { segmentId: Id; kind: "disclosure" | "question" | "turn"; text: string; from?: number };
    /** What the interviewer was saying is not to be said to the end. */
    hush: { segmentId: Id };
    /** Whom the interviewer asked to speak, and who is next. */
    floor: { participantId: Id | null; queue: Id[] };
    chat: { text: string };
    progress: { asked: number; answered: number; skipped: number; total: number };
    status: { status: MeetingStatus };
    ended: { reason: string };
    error: { code: string; message: string };
}

type Addressed = "offer" | "answer" | "candidate";
type FromSomebody = Addressed | "level" | "media" | "consent" | "chat" | "hand";

/** What the page says; the socket adds version and number. */
export type ClientFrame = {
    [T in keyof ClientPayloads]: { type: T; payload: ClientPayloads[T] } & (T extends Addressed ? { to: Id } : object);
}[keyof ClientPayloads];

/** What the server says. */
export type ServerFrame = {
    [T in keyof ServerPayloads]: {
        type: T;
        seq: number;
        ts: Instant;
        re?: number;
        payload: ServerPayloads[T];
    } & (T extends FromSomebody ? { from: Id } : object);
}[keyof ServerPayloads];

/** The client's part of an envelope. */
export const encode = (frame: ClientFrame, id: number): string => JSON.stringify({ v: 1, id, ...frame });
