/** What was read out of a talk while it went on. Durations are ISO 8601. */
import type { Id } from "./ids";
import type { Role } from "./meetings";

export type SignalKind =
    | "goal"
    | "pain"
    | "need"
    | "budget"
    | "authority"
    | "timing"
    | "decision-criteria"
    | "decision-process"
    | "competitor"
    | "objection"
    | "next-step";

export interface BuyingSignal {
    kind: SignalKind;
    from: number;
    to: number;
    quote: string;
    /** It is the opposite: about budget, and there is none. */
    negated: boolean;
    confidence: number;
}

export interface SegmentReading {
    segmentId: Id;
    answers: Id | null;
    sentiment: { mood: "negative" | "neutral" | "positive"; confidence: number };
    signals: BuyingSignal[];
    readBy: string;
}

export interface SpeakerMetrics {
    participantId: Id;
    name: string;
    role: Role;
    spoken: string;
    /** Of the time that all have spoken, 0 to 1. */
    share: number;
    turns: number;
    wordsPerTurn: number;
    longestMonologue: string;
    interruptions: number;
    /** Typed words and the interviewer's have no measured end. */
    estimated: boolean;
}

export interface TalkMetrics {
    length: string;
    switchesPerMinute: number;
    questionsPerHour: number;
    patience: string;
    responseLatency: string;
    speakers: SpeakerMetrics[];
}

export interface MeetingAnalysis {
    meetingId: Id;
    readings: SegmentReading[];
    coverage: { questions: number; settled: number; answered: number; openMandatory: Id[] };
    talk: TalkMetrics;
}
