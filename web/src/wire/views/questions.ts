/** Question sets, drafts and published versions. */
import type { Id } from "./ids";

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
