import { Alert, Code, Text } from "@mantine/core";
import { Refusal } from "../wire/Refusal";

/** What the server said no to, and why; nothing where there is no problem. */
export function RefusalNote({ problem }: { problem: Error | null | undefined }) {
    if (!problem) return null;
    if (problem instanceof Refusal && problem.code === "VERSION_IS_STALE")
        return (
            <Alert color="yellow" variant="light" role="alert" title="Somebody was faster">
                <Text size="sm">
                    This was changed meanwhile, perhaps in another window. You see it as it is now; your change was not
                    made.
                </Text>
            </Alert>
        );
    return (
        <Alert color="red" variant="light" role="alert" title="That did not work">
            <Text size="sm">{problem.message}</Text>
            {problem instanceof Refusal && <Code mt={6}>{problem.code}</Code>}
        </Alert>
    );
}
