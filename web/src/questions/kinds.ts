import type { QuestionType, Signal } from "../wire/views/questions";

export const typeWords: Record<QuestionType, string> = {
    open: "Open",
    "yes-no": "Yes or no",
    scale: "Scale",
    number: "Number",
    date: "Date",
    choice: "One of several",
    multi: "Several of many",
};

export const signalWords: Record<Signal, string> = {
    need: "Need",
    budget: "Budget",
    authority: "Authority",
    timing: "Timing",
    fit: "Fit",
    none: "Nothing in particular",
};

export const hasOptions = (type: QuestionType): boolean => type === "choice" || type === "multi";

export const asChoices = <K extends string>(words: Record<K, string>) =>
    Object.entries<string>(words).map(([value, label]) => ({ value, label }));

export function followUpWords(most: number): string {
    if (most === 0) return "no follow-up";
    return most === 1 ? "up to 1 follow-up" : `up to ${most} follow-ups`;
}
