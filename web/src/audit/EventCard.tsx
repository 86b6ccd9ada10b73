import { Badge, Code, Collapse, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { asPreciseMoment } from "../look/moments";
import { inWords } from "../look/words";
import type { StoredEventLine } from "../wire/views/audit";
import { actorOf, gist } from "./events";

const colors: Record<string, string> = {
    meeting: "pine",
    interview: "violet",
    transcript: "gray",
    notification: "blue",
    lead: "orange",
    calendar: "yellow",
};

/** One stored event: a line, and on demand all of it. */
export function EventCard({ event }: { event: StoredEventLine }) {
    const [open, { toggle }] = useDisclosure();
    const { position, type, revision, at, stream, sequence, envelope, payload } = event;
    const [feature = "", fact = type] = type.split(".");
    const Sign = open ? IconChevronDown : IconChevronRight;
    return (
        <Paper withBorder>
            <UnstyledButton
                w="100%"
                p="xs"
                onClick={toggle}
                aria-expanded={open}
                aria-label={`${inWords(fact)}, event ${position}`}
            >
                <Group gap="xs" wrap="nowrap" align="flex-start">
                    <Sign size={16} aria-hidden style={{ marginTop: 3, flexShrink: 0 }} />
                    <Stack gap={0} miw={0} flex={1}>
                        <Group gap="xs">
                            <Badge size="sm" color={colors[feature] ?? "gray"}>
                                {feature}
                            </Badge>
                            <Text size="sm" fw={600}>
                                {inWords(fact)}
                            </Text>
                            <Text size="xs" c="dimmed">
                                {actorOf(event)} ({String(envelope["actorType"] ?? "")}) · {asPreciseMoment(at)}
                            </Text>
                        </Group>
                        {gist(event) && (
                            <Text size="sm" c="dimmed" lineClamp={open ? undefined : 1}>
                                {gist(event)}
                            </Text>
                        )}
                    </Stack>
                    <Text size="xs" c="dimmed" ff="monospace" style={{ flexShrink: 0 }}>
                        #{position}
                    </Text>
                </Group>
            </UnstyledButton>
            <Collapse expanded={open}>
                <Stack gap="xs" p="sm" pt={0}>
                    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                        {type}, revision {revision} · stream {stream}, number {sequence}
                    </Text>
                    <Code block tabIndex={0} aria-label="Payload">
                        {JSON.stringify(payload, null, 2)}
                    </Code>
                    <Code block tabIndex={0} aria-label="Envelope">
                        {JSON.stringify(envelope, null, 2)}
                    </Code>
                </Stack>
            </Collapse>
        </Paper>
    );
}
