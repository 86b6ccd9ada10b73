import { Badge, Group, Paper, Stack, Switch, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Page } from "../look/Page";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { type MailPolicy, mailPolicy, setMailPolicy, type TemplateLine, templates } from "../wire/letters";
import { languages, wordOf } from "./kinds";

/** Every mail that leaves the house, by kind and language. */
export function TemplatesPage() {
    const query = useQuery(templates());
    return (
        <Page title="Mail templates" lead="What every mail says. Changes hold for mails written from then on.">
            <Answered query={query}>
                {(lines) => (
                    <Stack gap="md">
                        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
                            {[...new Set(lines.map(({ kind }) => kind))].map((kind) => (
                                <Kind key={kind} lines={lines.filter((line) => line.kind === kind)} />
                            ))}
                        </Stack>
                        <PolicyPanel />
                    </Stack>
                )}
            </Answered>
        </Page>
    );
}

function Kind({ lines }: { lines: TemplateLine[] }) {
    const { word, when } = wordOf(lines[0]?.kind ?? "");
    return (
        <Paper withBorder p="sm" component="li">
            <Group justify="space-between" gap="sm">
                <div>
                    <Text fw={600}>{word}</Text>
                    <Text size="sm" c="dimmed">
                        {when}
                    </Text>
                </div>
                <Group gap="lg">
                    {lines.map(({ kind, language, custom, publishedAt }) => (
                        <Stack key={language} gap={2} align="flex-start">
                            <TextLink to="/templates/$kind" params={{ kind }} search={{ language }} underline="always">
                                <span className="unseen">{word} in </span>
                                {languages.find(({ value }) => value === language)?.label ?? language}
                            </TextLink>
                            <Badge
                                size="sm"
                                color={custom ? "pine" : "gray"}
                                title={publishedAt ? asMoment(publishedAt) : undefined}
                            >
                                {custom ? "Your wording" : "As shipped"}
                            </Badge>
                        </Stack>
                    ))}
                </Group>
            </Group>
        </Paper>
    );
}

function PolicyPanel() {
    const policy = useQuery(mailPolicy());
    const set = useMutation({ mutationFn: (wanted: MailPolicy) => setMailPolicy(policy.data?.seen, wanted) });
    return (
        <Panel title="Before a summary is sent">
            <Stack gap="xs">
                <Switch
                    label="A person approves every summary first"
                    checked={
                        set.isPending
                            ? set.variables.summaryNeedsApproval
                            : (policy.data?.summaryNeedsApproval ?? false)
                    }
                    disabled={policy.data === undefined}
                    onChange={(event) => set.mutate({ summaryNeedsApproval: event.currentTarget.checked })}
                />
                <RefusalNote problem={policy.error ?? set.error} />
            </Stack>
        </Panel>
    );
}
