import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import { redactSegment } from "../wire/commands";
import type { Id } from "../wire/views/ids";
import type { TranscriptLine } from "../wire/views/transcripts";

/** Takes words out of everything that is shown. It cannot be undone, so it asks first. */
export function RedactButton({ meetingId, line }: { meetingId: Id; line: TranscriptLine }) {
    const [open, { open: show, close }] = useDisclosure();
    const [reason, setReason] = useState("");
    const redact = useMutation({
        mutationFn: () => redactSegment(meetingId, line.segmentId, reason),
        onSuccess: close,
    });
    return (
        <>
            <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`Take out line ${line.number}`}
                onClick={show}
            >
                Take out
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title={`Take out what ${line.speakerName} said?`}
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <Stack>
                    <Text size="sm">
                        Nobody will read or find these words any more, nor what was read out of them. It cannot be
                        undone.
                    </Text>
                    <TextInput
                        label="Reason"
                        description="Stays in the timeline"
                        value={reason}
                        onChange={(event) => setReason(event.currentTarget.value)}
                    />
                    <RefusalNote problem={redact.error} />
                    <Group justify="flex-end">
                        <Button variant="default" onClick={close}>
                            Keep them
                        </Button>
                        <Button color="red" loading={redact.isPending} onClick={() => redact.mutate()}>
                            Take out
                        </Button>
                    </Group>
                </Stack>
            </Modal>
        </>
    );
}
