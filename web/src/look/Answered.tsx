import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RefusalNote } from "./RefusalNote";

/** Shows a question's answer, or that it is on its way, or why there is none. */
export function Answered<T>({ query, children }: { query: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
    if (query.data !== undefined) return <>{children(query.data)}</>;
    if (query.error) return <RefusalNote problem={query.error} />;
    return (
        <Stack aria-busy="true" aria-label="Loading" role="status">
            <Skeleton h={48} />
            <Skeleton h={48} />
            <Skeleton h={48} w="70%" />
        </Stack>
    );
}
