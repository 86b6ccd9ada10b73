import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { Panel } from "../look/Panel";
import { inWords } from "../look/words";
import { analysis } from "../wire/queries";
import type { BuyingSignal, SegmentReading, SignalKind } from "../wire/views/analyses";
import type { Id } from "../wire/views/ids";

/** In the order in which sales people ask. */
const order: SignalKind[] = [
    "goal",
    "pain",
    "need",
    "budget",
    "authority",
    "timing",
    "decision-criteria",
    "decision-process",
    "competitor",
    "objection",
    "next-step",
];
const moods = { positive: "green", neutral: "gray", negative: "red" } as const;

type Found = BuyingSignal & { segmentId: Id };

/** What the lead's words say about buying, each with the words; while they talk, too. */
export function SignalsPanel({ meetingId, isOn }: { meetingId: Id; isOn: boolean }) {
    const query = useQuery(analysis(meetingId, isOn));
    return (
        <Panel title="Buying signals" actions={<Moods readings={query.data?.readings ?? []} />}>
            <Answered query={query}>{({ readings }) => <Signals meetingId={meetingId} readings={readings} />}</Answered>
        </Panel>
    );
}

function Moods({ readings }: { readings: SegmentReading[] }) {
    return (
        <Group gap={4}>
            {(["positive", "negative"] as const).map((mood) => {
                const number = readings.filter(({ sentiment }) => sentiment.mood === mood).length;
                return (
                    number > 0 && (
                        <Badge key={mood} size="sm" color={moods[mood]}>
                            {number} {mood}
                        </Badge>
                    )
                );
            })}
        </Group>
    );
}

function Signals({ meetingId, readings }: { meetingId: Id; readings: SegmentReading[] }) {
    const found: Found[] = readings.flatMap(({ segmentId, signals }) =>
        signals.map((signal) => ({ ...signal, segmentId })),
    );
    if (found.length === 0)
        return (
            <Text size="sm" c="dimmed">
                Nothing that the lead said so far speaks of buying.
            </Text>
        );
    return (
        <Stack gap="sm">
            {order
                .filter((kind) => found.some((signal) => signal.kind === kind))
                .map((kind) => (
                    <Stack key={kind} gap={2}>
                        <Title order={3} size="sm">
                            {inWords(kind)}
                        </Title>
                        {found
                            .filter((signal) => signal.kind === kind)
                            .map((signal) => (
                                <Words
                                    key={`${signal.segmentId}:${signal.from}`}
                                    meetingId={meetingId}
                                    signal={signal}
                                />
                            ))}
                    </Stack>
                ))}
        </Stack>
    );
}

function Words({ meetingId, signal: { segmentId, quote, negated } }: { meetingId: Id; signal: Found }) {
    return (
        <Group gap="xs" wrap="nowrap" align="baseline">
            <TextLink
                to="/meetings/$id"
                params={{ id: meetingId }}
                search={{ segment: segmentId }}
                size="sm"
                style={{ overflowWrap: "anywhere" }}
            >
                “{quote}”
            </TextLink>
            {negated && (
                <Badge size="xs" color="orange" style={{ flexShrink: 0 }}>
                    the opposite
                </Badge>
            )}
        </Group>
    );
}
