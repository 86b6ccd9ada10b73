/** The answers that the screens show, kept until a hint says that they are old. */
import { QueryClient, type QueryKey } from "@tanstack/react-query";
import { http } from "./wire/http";
import { type Hint, Live } from "./wire/live";
import { Refusal } from "./wire/Refusal";

const passing = (problem: Error) => problem instanceof Refusal && (problem.status === 0 || problem.status === 503);

export const answers: QueryClient = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 30_000,
            retry: (failures, problem) => failures < 3 && passing(problem),
            refetchOnWindowFocus: false,
        },
        mutations: {
            // Our own change is read back at once: the next reads carry its position.
            onSettled: (): Promise<void> => answers.invalidateQueries(),
        },
    },
});

/** Which questions a hint makes old. A view that is not named here makes all of them old. */
const touched: Record<string, (key: string) => QueryKey[]> = {
    agenda: () => [["agenda"]],
    meeting: (key) => [["meeting", key], ["timeline", key], ["guest"]],
    transcript: (key) => [
        ["transcript", key],
        ["transcript", "search"],
        ["timeline", key],
    ],
    lead: () => [["leads"]],
    "question-set": () => [["question-sets"]],
    delivery: () => [["deliveries"], ["mailbox"]],
};

function refresh({ view, key }: Hint): void {
    const keys = touched[view]?.(key) ?? [[]];
    keys.forEach((queryKey) => void answers.invalidateQueries({ queryKey }));
}

/** Keeps the answers fresh while somebody is signed in. */
export const followChanges = () => new Live(http, refresh, () => void answers.invalidateQueries());
