import { Box, Group, Progress, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { StatusBadge } from "../look/StatusBadge";
import { useModel } from "../useModel";
import { Composer } from "./Composer";
import { Controls } from "./Controls";
import { Notices } from "./Notices";
import type { Room } from "./Room";
import { Stage } from "./Stage";
import { Talk } from "./Talk";
import type { Visit } from "./Visit";
import { WaitingList } from "./WaitingList";

/** Inside: who is here, what is said, what one can do. */
export function InRoom({ visit, room, hostControls }: { visit: Visit; room: Room; hostControls?: ReactNode }) {
    const { title, status, self, participants } = useModel(room.view);
    return (
        <main className="room">
            <title>{`${title} · Parley`}</title>
            <Group className="room-head" justify="space-between" px="md" py="xs" gap="xs" wrap="nowrap">
                <Group gap="xs" wrap="nowrap" miw={0}>
                    <Title order={1} size="h3" lineClamp={1}>
                        {title}
                    </Title>
                    {status && (
                        <Box style={{ flexShrink: 0 }}>
                            <StatusBadge status={status} />
                        </Box>
                    )}
                </Group>
                <Text size="sm" c="dimmed" style={{ flexShrink: 0 }} visibleFrom="xs">
                    {participants.length} {participants.length === 1 ? "person" : "people"} here
                </Text>
            </Group>
            <Stack className="room-stage" p="sm" gap="sm">
                {self?.role === "host" && <WaitingList room={room} />}
                {self?.role === "host" && <InterviewProgress room={room} />}
                <Notices room={room} />
                <Stage room={room} devices={visit.devices} />
            </Stack>
            <section className="room-talk" aria-label="Conversation">
                <Talk room={room} />
                <Composer onType={(text) => room.type(text)} onWriting={() => room.words.write()} />
            </section>
            <Controls visit={visit} room={room}>
                {hostControls}
            </Controls>
        </main>
    );
}

function InterviewProgress({ room }: { room: Room }) {
    const { progress } = useModel(room.view);
    if (!progress || progress.total === 0) return null;
    const { asked, answered, skipped, total } = progress;
    return (
        <Group gap="sm" wrap="nowrap" role="status">
            <Progress.Root flex={1} size="sm">
                <Progress.Section value={(100 * answered) / total} aria-label={`${answered} of ${total} answered`} />
                <Progress.Section value={(100 * skipped) / total} color="gray" aria-label={`${skipped} skipped`} />
            </Progress.Root>
            <Text size="sm" data-testid="progress">
                {asked} asked, {answered} of {total} answered
            </Text>
        </Group>
    );
}
