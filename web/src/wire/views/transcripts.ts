/** What was said, and what is found in it. */
import type { Id, Instant } from "./ids";
import type { Role } from "./meetings";

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
    /** Whether the words were taken out; then there is no text. */
    redacted: boolean;
    /** Why words may be missing here; then there is no text. */
    gap?: "recogniser" | "connection" | null;
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
