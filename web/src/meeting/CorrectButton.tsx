import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import { correctSegment } from "../wire/commands";
import type { Id } from "../wire/views/ids";
import type { TranscriptLine } from "../wire/views/transcripts";

/** Puts misheard words right. What stood before stays in the timeline. */
export function CorrectButton({ meetingId, line }: { meetingId: Id; line: TranscriptLine }) {
    const [open, { open: show, close }] = useDisclosure();
    const [text, setText] = useState(line.text);
    const [reason, setReason] = useState("misheard");
    const correct = useMutation({
        mutationFn: () => correctSegment(meetingId, line.segmentId, text, reason),
        onSuccess: close,
    });
    return (
        <>
            <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`Correct line ${line.number}`}
                onClick={show}
            >
                Correct
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title={`Correct what ${line.speakerName} said`}
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <Stack>
                    <Textarea
                        label="What was really said"
                        autosize
                        minRows={2}
                        value={text}
                        onChange={(event) => setText(event.currentTarget.value)}
                    />
                    <TextInput
                        label="Reason"
                        value={reason}
                        onChange={(event) => setReason(event.currentTarget.value)}
                    />
                    <Text size="xs" c="dimmed">
                        The first wording is kept in the timeline.
                    </Text>
                    <RefusalNote problem={correct.error} />
                    <Group justify="flex-end">
                        <Button loading={correct.isPending} onClick={() => correct.mutate()}>
                            Save correction
                        </Button>
                    </Group>
                </Stack>
            </Modal>
        </>
    );
}
