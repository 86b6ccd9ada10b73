import { Alert, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { RefusalNote } from "../look/RefusalNote";
import { inWords } from "../look/words";
import { type Diagnosis, diagnoseMail } from "../wire/letters";

/** Why mail does not leave, or does not arrive. */
export function DiagnosisPage() {
    const look = useMutation({ mutationFn: diagnoseMail });
    return (
        <Page
            title="Mail diagnosis"
            lead="Speaks with the mail server and looks up what receivers check. No mail is sent."
            actions={
                <Button loading={look.isPending} onClick={() => look.mutate()}>
                    {look.data ? "Look again" : "Look now"}
                </Button>
            }
        >
            <Stack gap="md">
                <RefusalNote problem={look.error} />
                {look.data ? (
                    <Found diagnosis={look.data} />
                ) : (
                    !look.error && (
                        <Nothing title={look.isPending ? "Looking…" : "Nothing was looked at yet"}>
                            Connection, encryption, certificate, login, sender, and the DNS records SPF, DKIM and DMARC.
                        </Nothing>
                    )
                )}
            </Stack>
        </Page>
    );
}

const states: Record<Diagnosis["steps"][number]["state"], { word: string; color: string }> = {
    ok: { word: "Well", color: "pine" },
    warning: { word: "Look at this", color: "yellow" },
    wrong: { word: "Wrong", color: "red" },
    skipped: { word: "Not looked at", color: "gray" },
};
const acronyms = new Set(["tls", "mx", "spf", "dkim", "dmarc", "helo"]);
const nameOf = (step: string) => (acronyms.has(step) ? step.toUpperCase() : inWords(step));

function Found({ diagnosis: { server, well, verdict, advice, steps } }: { diagnosis: Diagnosis }) {
    return (
        <>
            <Alert color={well ? "pine" : "red"} variant="light" title={verdict} role="status">
                <Text size="sm">{advice}</Text>
                <Text size="sm" mt={4}>
                    Server: {server}
                </Text>
            </Alert>
            <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-label="Steps">
                {steps.map(({ step, state, found, cause, advice: todo }) => (
                    <Paper key={step} withBorder p="sm" component="li">
                        <Group gap="xs">
                            <Badge color={states[state].color}>{states[state].word}</Badge>
                            <Text size="sm" fw={600}>
                                {nameOf(step)}
                            </Text>
                            {cause && <Text size="sm">{inWords(cause)}</Text>}
                        </Group>
                        {found && (
                            <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
                                {found}
                            </Text>
                        )}
                        {todo && (
                            <Text size="sm" mt={2}>
                                {todo}
                            </Text>
                        )}
                    </Paper>
                ))}
            </Stack>
        </>
    );
}
