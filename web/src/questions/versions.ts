import type { Question } from "../wire/views/questions";

export type Difference = { change: "added" | "removed" | "changed"; text: string };

/** What publishing the draft would change; a different order counts too. */
export function differences(draft: Question[], published: Question[]): { list: Difference[]; reordered: boolean } {
    const before = new Map(published.map((question) => [question.questionId, question]));
    const now = new Set(draft.map(({ questionId }) => questionId));
    const list: Difference[] = [
        ...draft.flatMap((question): Difference[] => {
            const old = before.get(question.questionId);
            if (!old) return [{ change: "added", text: question.text }];
            return same(old, question) ? [] : [{ change: "changed", text: question.text }];
        }),
        ...published
            .filter(({ questionId }) => !now.has(questionId))
            .map(({ text }): Difference => ({ change: "removed", text })),
    ];
    const common = (questions: Question[], others: { has(id: string): boolean }) =>
        questions.map(({ questionId }) => questionId).filter((id) => others.has(id));
    return { list, reordered: common(draft, before).join() !== common(published, now).join() };
}

const same = (a: Question, b: Question): boolean =>
    a.text === b.text &&
    a.type === b.type &&
    a.mandatory === b.mandatory &&
    a.maxFollowUps === b.maxFollowUps &&
    a.signal === b.signal &&
    a.options.join("\n") === b.options.join("\n");
