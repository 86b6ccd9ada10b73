import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
    addQuestion,
    orderQuestions,
    publishQuestionSet,
    type QuestionDraft,
    removeQuestion,
    retireQuestionSet,
    reviseQuestion,
    reviseQuestionSet,
} from "../wire/commands";
import { questionSet } from "../wire/queries";
import type { Id } from "../wire/views/ids";
import type { Question, QuestionSetPage } from "../wire/views/questions";

type Change = (set: QuestionSetPage) => Promise<unknown>;

/** Everything that can be done to one set. Each change names the version that was seen, so that two editors cannot undo each other. */
export function useEditor(id: Id) {
    const query = useQuery(questionSet(id));
    const [dragged, setDragged] = useState<Id[]>();
    const change = useMutation({
        mutationFn: (what: Change) => (query.data ? what(query.data) : Promise.resolve()),
        onSuccess: async () => {
            await query.refetch();
            setDragged(undefined);
        },
        onError: () => setDragged(undefined),
    });
    const does =
        <A extends unknown[]>(what: (set: QuestionSetPage, ...said: A) => Promise<unknown>) =>
        (...said: A) =>
            change.mutateAsync((set) => what(set, ...said));
    return {
        query,
        questions: inOrder(query.data?.draft ?? [], dragged),
        busy: change.isPending,
        problem: change.error,
        revise: does(({ version }, part: { title?: string; category?: string }) =>
            reviseQuestionSet(id, version, part),
        ),
        add: does(({ version }, question: QuestionDraft) => addQuestion(id, version, question)),
        reword: does(({ version }, { questionId, ...question }: Question) =>
            reviseQuestion(id, version, questionId, question),
        ),
        remove: does(({ version }, questionId: Id) => removeQuestion(id, version, questionId)),
        publish: does(({ version }) => publishQuestionSet(id, version)),
        retire: does(({ version }) => retireQuestionSet(id, version)),
        /** Shown at once, while the server is told. */
        order: (order: Id[]) => {
            setDragged(order);
            return change.mutateAsync(({ version }) => orderQuestions(id, version, order)).catch(() => undefined);
        },
    };
}

export type Editor = ReturnType<typeof useEditor>;

function inOrder(draft: Question[], dragged: Id[] | undefined): Question[] {
    if (!dragged) return draft;
    const place = (question: Question) => dragged.indexOf(question.questionId);
    return [...draft].sort((a, b) => place(a) - place(b));
}
