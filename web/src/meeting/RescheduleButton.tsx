import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import { changeMeeting } from "../wire/commands";
import type { MeetingPage } from "../wire/views";

/** Another time for the same meeting, on the same wall clock. */
export function RescheduleButton({
    meeting: { meetingId, version, localStart, zone, durationMinutes },
}: {
    meeting: MeetingPage;
}) {
    const [open, { open: show, close }] = useDisclosure();
    const [start, setStart] = useState(localStart.slice(0, 16));
    const [minutes, setMinutes] = useState(String(durationMinutes));
    const move = useMutation({
        mutationFn: () =>
            changeMeeting(meetingId, version, { localStart: start, zone, durationMinutes: Number(minutes) }),
        onSuccess: close,
    });
    return (
        <>
            <Button variant="default" onClick={show}>
                Reschedule
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title="Reschedule"
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <Stack>
                    <TextInput
                        type="datetime-local"
                        label={`New start, on the clocks of ${zone}`}
                        value={start}
                        onChange={(event) => setStart(event.currentTarget.value)}
                    />
                    <TextInput
                        type="number"
                        min={5}
                        max={480}
                        label="Minutes"
                        value={minutes}
                        onChange={(event) => setMinutes(event.currentTarget.value)}
                    />
                    <Text size="sm" c="dimmed">
                        Everybody gets an update for their calendar; links stay the same.
                    </Text>
                    <RefusalNote problem={move.error} />
                    <Group justify="flex-end">
                        <Button loading={move.isPending} onClick={() => move.mutate()}>
                            Move the meeting
                        </Button>
                    </Group>
                </Stack>
            </Modal>
        </>
    );
}
