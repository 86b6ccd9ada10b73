import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agenda } from "../wire/queries";
import {
    earlierWording,
    type Fault,
    preview,
    publishTemplate,
    restoreTemplate,
    sendTest,
    type Template,
    type Wording,
} from "../wire/letters";

const wordsOf = ({ subject, text, html }: Wording): Wording => ({ subject, text, html });
const day = 86_400_000;
const around = (now = Date.now()) =>
    [now - 14 * day, now + 30 * day].map((at) => `${new Date(at).toISOString().slice(0, 10)}T00:00:00Z`);

/** Everything that the editor of one template does. */
export function useTemplate(template: Template) {
    const { kind, language, version } = template;
    const [words, setWords] = useState(() => wordsOf(template));
    const [meetingId, setMeetingId] = useState<string>();
    // The preview asks the server; not with every letter.
    const [settled] = useDebouncedValue(words, 350);
    const shown = useQuery(preview(kind, language, settled, meetingId));
    const [from = "", to = ""] = around();
    const meetings = useQuery(agenda(from, to));
    const publishing = useMutation({ mutationFn: () => publishTemplate(kind, language, version, words) });
    const restoring = useMutation({ mutationFn: () => restoreTemplate(kind, language, version) });
    const testing = useMutation({ mutationFn: () => sendTest(kind, language, words, meetingId) });
    const faults: Fault[] = shown.data?.faults ?? [];
    return {
        words,
        write: (part: Partial<Wording>) => setWords((before) => ({ ...before, ...part })),
        faultsOf: (field: keyof Wording) => faults.filter((fault) => fault.field === field),
        faults,
        shown: shown.data,
        previewProblem: shown.error,
        meetings: (meetings.data ?? []).map(({ meetingId: value, title, leadName }) => ({
            value,
            label: `${title} · ${leadName}`,
        })),
        meetingId,
        setMeetingId,
        changed: (["subject", "text", "html"] as const).some((field) => words[field] !== template[field]),
        publish: () => publishing.mutate(),
        publishing: publishing.isPending,
        restore: () => restoring.mutateAsync(),
        takeEarlier: async (earlier: number) => setWords(wordsOf(await earlierWording(kind, language, earlier))),
        test: () => testing.mutate(),
        testing: testing.isPending,
        tested: testing.data,
        problem: publishing.error ?? testing.error,
    };
}

export type Editing = ReturnType<typeof useTemplate>;
