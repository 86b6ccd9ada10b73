import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { OverruleBox } from "../look/OverruleBox";
import { RefusalNote } from "../look/RefusalNote";
import { changeMeeting, moveSeries } from "../wire/commands";
import type { MeetingPage } from "../wire/views/meetings";

/** Another time for the same meeting, on the same wall clock. */
export function RescheduleButton({
    meeting: { meetingId, version, localStart, zone, durationMinutes, series },
}: {
    meeting: MeetingPage;
}) {
    const [open, { open: show, close }] = useDisclosure();
    const [start, setStart] = useState(localStart.slice(0, 16));
    const [minutes, setMinutes] = useState(String(durationMinutes));
    const [following, setFollowing] = useState(false);
    const [overrule, setOverrule] = useState(false);
    const move = useMutation({
        mutationFn: () => {
            const to = {
                localStart: start,
                zone,
                durationMinutes: Number(minutes),
                ...(overrule ? { overrule } : {}),
            };
            return series && following
                ? moveSeries(series.seriesId, series.recurrenceId, to)
                : changeMeeting(meetingId, version, to);
        },
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
                    {series && (
                        <Radio.Group
                            label="Which meetings of the series?"
                            value={following ? "following" : "this"}
                            onChange={(value) => setFollowing(value === "following")}
                        >
                            <Stack gap="xs" mt={6}>
                                <Radio value="this" label="Only this one" />
                                <Radio value="following" label="This one and all that follow, by the same shift" />
                            </Stack>
                        </Radio.Group>
                    )}
                    <Text size="sm" c="dimmed">
                        Everybody gets an update for their calendar; links stay the same.
                    </Text>
                    <RefusalNote problem={move.error} />
                    <OverruleBox problem={move.error} checked={overrule} onChange={setOverrule} />
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
