import { Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asOffset, asSeconds } from "../look/moments";
import { Panel } from "../look/Panel";
import { analysis } from "../wire/queries";
import type { SpeakerMetrics, TalkMetrics } from "../wire/views/analyses";
import type { Id } from "../wire/views/ids";

/** How people talked with each other; nothing before anybody has. */
export function TalkPanel({ meetingId, isOn }: { meetingId: Id; isOn: boolean }) {
    const talk = useQuery(analysis(meetingId, isOn)).data?.talk;
    if (!talk || talk.speakers.length === 0) return null;
    return (
        <Panel title="How they talked">
            <Stack gap="sm">
                {talk.speakers.map((speaker) => (
                    <Speaker key={speaker.participantId} speaker={speaker} />
                ))}
                <Pace talk={talk} />
                {talk.speakers.some(({ estimated }) => estimated) && (
                    <Text size="xs" c="dimmed">
                        ≈ reckoned from the number of words where nobody measured when they ended.
                    </Text>
                )}
            </Stack>
        </Panel>
    );
}

function Speaker({ speaker }: { speaker: SpeakerMetrics }) {
    const { name, spoken, share, turns, longestMonologue, interruptions, estimated } = speaker;
    const percent = Math.round(share * 100);
    return (
        <Stack gap={2}>
            <Group justify="space-between" gap="xs">
                <Text size="sm" fw={600}>
                    {name}
                </Text>
                <Text size="sm">
                    {estimated && "≈ "}
                    {asOffset(spoken)} · {percent} %
                </Text>
            </Group>
            <Progress value={percent} size="sm" aria-label={`${name} spoke ${percent} % of the time`} />
            <Text size="xs" c="dimmed">
                {turns} {turns === 1 ? "turn" : "turns"}, the longest {asOffset(longestMonologue)}
                {interruptions > 0 && `; began ${interruptions} × before somebody else had ended`}
            </Text>
        </Stack>
    );
}

function Pace({ talk: { switchesPerMinute, patience, responseLatency } }: { talk: TalkMetrics }) {
    return (
        <Text size="xs" c="dimmed">
            Half of the times others waited {asSeconds(patience)} or more after the lead&apos;s words, and the lead{" "}
            {asSeconds(responseLatency)} or more before answering. The speaker changed {switchesPerMinute.toFixed(1)} ×
            a minute.
        </Text>
    );
}
