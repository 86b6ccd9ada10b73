import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { ButtonLink } from "../look/links";
import { CopyField } from "../look/CopyField";
import { asMoment } from "../look/moments";
import type { Scheduled } from "../wire/commands";

/** It is in the calendar; what to do next. */
export function ScheduledNote({
    scheduled: { meetingId, start, joinUrl, occurrences = [] },
    onDone,
}: {
    scheduled: Scheduled;
    onDone: () => void;
}) {
    const params = { id: meetingId };
    return (
        <Stack gap="md">
            <Alert color="pine" title="Scheduled" role="status">
                <Text size="sm">
                    {occurrences.length > 1
                        ? `${occurrences.length} meetings, the first on ${asMoment(start)}. `
                        : `${asMoment(start)}. `}
                    The invitation is on its way by mail.
                </Text>
            </Alert>
            <CopyField label="Link for the lead" value={joinUrl} />
            <Group gap="xs">
                <ButtonLink to="/meetings/$id/room" params={params}>
                    Enter the room
                </ButtonLink>
                <ButtonLink to="/meetings/$id" params={params} variant="default">
                    Open the meeting
                </ButtonLink>
                <Button variant="subtle" onClick={onDone}>
                    Done
                </Button>
            </Group>
        </Stack>
    );
}
