import { Badge, Group, List, Stack, Text } from "@mantine/core";
import { Panel } from "../look/Panel";
import type { QuestionSetPage } from "../wire/views/questions";
import { differences, type Difference } from "./versions";

const colors: Record<Difference["change"], string> = { added: "pine", changed: "yellow", removed: "red" };

/** The published version, and what publishing again would change. */
export function VersionPanel({ set: { draft, published } }: { set: QuestionSetPage }) {
    if (!published)
        return (
            <Panel title="Published version">
                <Text size="sm" c="dimmed">
                    Nothing is published yet; no meeting can use this set.
                </Text>
            </Panel>
        );
    const { list, reordered } = differences(draft, published.questions);
    return (
        <Panel title={`Version ${published.version}`}>
            <Stack gap="sm">
                <List size="sm" type="ordered" spacing={4}>
                    {published.questions.map(({ questionId, text }) => (
                        <List.Item key={questionId}>{text}</List.Item>
                    ))}
                </List>
                {(list.length > 0 || reordered) && (
                    <Stack gap={6} aria-label="Changes since this version">
                        <Text size="sm" fw={600}>
                            The draft changes
                        </Text>
                        {reordered && <Text size="sm">the order</Text>}
                        {list.map(({ change, text }) => (
                            <Group key={`${change} ${text}`} gap="xs" wrap="nowrap" align="flex-start">
                                <Badge color={colors[change]} style={{ flexShrink: 0 }}>
                                    {change}
                                </Badge>
                                <Text size="sm">{text}</Text>
                            </Group>
                        ))}
                    </Stack>
                )}
            </Stack>
        </Panel>
    );
}
