import { Button, List, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { approveSummary } from "../wire/commands";
import { mailPolicy } from "../wire/letters";
import type { MeetingPage, MeetingSummary } from "../wire/views/meetings";

/** The meeting on half a page. */
export function SummaryPanel({
    summary: { headline, points, nextSteps, writtenBy },
    meeting,
}: {
    summary: MeetingSummary;
    meeting: MeetingPage;
}) {
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
                <Approval meeting={meeting} />
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

/** Where a person reads summaries before the lead does. */
function Approval({ meeting: { meetingId, version, summaryApprovedAt } }: { meeting: MeetingPage }) {
    const policy = useQuery(mailPolicy());
    const approve = useMutation({ mutationFn: () => approveSummary(meetingId, version) });
    if (!policy.data?.summaryNeedsApproval || summaryApprovedAt) return null;
    return (
        <>
            <RefusalNote problem={approve.error} />
            <Button
                size="xs"
                style={{ alignSelf: "flex-start" }}
                loading={approve.isPending}
                onClick={() => approve.mutate()}
            >
                Approve and send to the lead
            </Button>
        </>
    );
}
