/** Leads, their scores and what they are made of. */
import type { Id, Instant } from "./ids";
import type { MeetingStatus } from "./meetings";

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
