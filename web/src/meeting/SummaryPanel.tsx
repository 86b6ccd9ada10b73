import { List, Stack, Text } from "@mantine/core";
import { Panel } from "../look/Panel";
import type { MeetingSummary } from "../wire/views";

/** The meeting on half a page. */
export function SummaryPanel({ summary: { headline, points, nextSteps, writtenBy } }: { summary: MeetingSummary }) {
    return (
        <Panel title="Summary">
            <Stack gap="sm">
                <Text fw={600}>{headline}</Text>
                <Points items={points} />
                {nextSteps.length > 0 && (
                    <div>
                        <Text size="sm" fw={600} mb={4}>
                            Next steps
                        </Text>
                        <Points items={nextSteps} />
                    </div>
                )}
                <Text size="xs" c="dimmed">
                    Written by {writtenBy}
                </Text>
            </Stack>
        </Panel>
    );
}

function Points({ items }: { items: string[] }) {
    return (
        <List size="sm" spacing={4}>
            {items.map((item) => (
                <List.Item key={item}>{item}</List.Item>
            ))}
        </List>
    );
}
