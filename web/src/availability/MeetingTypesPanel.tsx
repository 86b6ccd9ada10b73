import { Anchor, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { ConfirmButton } from "../look/ConfirmButton";
import { CopyField } from "../look/CopyField";
import { Panel } from "../look/Panel";
import { type HostCalendar, type MeetingType, removeMeetingType } from "../wire/booking";
import { MeetingTypeDialog } from "./MeetingTypeDialog";

/** What people can book, and the address to send them. */
export function MeetingTypesPanel({ calendar }: { calendar: HostCalendar }) {
    const [adding, { open, close }] = useDisclosure();
    return (
        <Panel
            title="Meeting types"
            actions={
                <Button size="xs" variant="light" onClick={open}>
                    New meeting type
                </Button>
            }
        >
            {adding && <MeetingTypeDialog edition={calendar.edition} onClose={close} />}
            <Stack gap="sm">
                {calendar.meetingTypes.length === 0 && (
                    <Text size="sm" c="dimmed">
                        A meeting type is what people book: a title, a length, and a page of its own.
                    </Text>
                )}
                {calendar.meetingTypes.map((type) => (
                    <TypeCard key={type.slug} type={type} calendar={calendar} />
                ))}
            </Stack>
        </Panel>
    );
}

function TypeCard({ type, calendar: { edition, availability } }: { type: MeetingType; calendar: HostCalendar }) {
    const { slug, title, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, open, publicPath } = type;
    const [editing, { open: edit, close }] = useDisclosure();
    const remove = useMutation({ mutationFn: () => removeMeetingType(edition, slug) });
    const buffers = bufferBeforeMinutes + bufferAfterMinutes;
    const address = new URL(publicPath, location.origin).href;
    return (
        <Paper withBorder p="sm" component="article" aria-label={title}>
            <Stack gap="xs">
                <Group justify="space-between" gap="xs">
                    <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                        {title}
                    </Text>
                    <Badge color={open ? "pine" : "gray"}>{open ? "Public page" : "Only colleagues"}</Badge>
                </Group>
                <Text size="sm" c="dimmed">
                    {durationMinutes} minutes
                    {buffers > 0 && `, ${bufferBeforeMinutes} before and ${bufferAfterMinutes} after kept free`}
                </Text>
                {open && <CopyField label={`Booking page of ${title}`} value={address} />}
                {open && availability === null && (
                    <Text size="xs" c="dimmed">
                        The page opens once you save your hours.
                    </Text>
                )}
                <Group gap="xs">
                    {open && (
                        <Anchor href={publicPath} target="_blank" rel="noreferrer" size="sm" underline="always">
                            Open the page<span className="unseen"> of {title}</span>
                        </Anchor>
                    )}
                    <Button size="compact-sm" variant="subtle" aria-label={`Edit ${title}`} onClick={edit}>
                        Edit
                    </Button>
                    <ConfirmButton
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        warning={`The page of “${title}” stops working. Meetings that are booked stay.`}
                        onConfirm={() => remove.mutateAsync()}
                    >
                        Remove
                    </ConfirmButton>
                </Group>
            </Stack>
            {editing && <MeetingTypeDialog edition={edition} type={type} onClose={close} />}
        </Paper>
    );
}
