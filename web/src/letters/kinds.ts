/** The kinds of mail, in the order in which people get them. */
import type { Language, LetterKind } from "../wire/letters";

export const languages: { value: Language; label: string }[] = [
    { value: "en", label: "English" },
    { value: "de", label: "Deutsch" },
];

export const kindWords: Record<LetterKind, { word: string; when: string }> = {
    invitation: { word: "Invitation", when: "when a meeting is scheduled" },
    update: { word: "Update", when: "when it moves, or who comes changes" },
    cancellation: { word: "Cancellation", when: "when it is called off" },
    reminder: { word: "Reminder", when: "before it begins" },
    summary: { word: "Summary", when: "after it" },
    "no-show": { word: "No-show", when: "when the lead did not come" },
    "proposal-declined": { word: "Proposal declined", when: "when another time that they proposed will not be" },
};

export const isKind = (value: string): value is LetterKind => Object.hasOwn(kindWords, value);
/** A kind that this page does not know yet still has a name. */
export const wordOf = (kind: string) =>
    isKind(kind) ? kindWords[kind] : { word: kind.replaceAll("-", " "), when: "" };
