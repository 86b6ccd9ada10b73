import { Radio, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "../look/ConfirmButton";
import { cancelMeeting, cancelSeries } from "../wire/commands";
import type { MeetingPage } from "../wire/views/meetings";

type Reach = "this" | "following" | "all";

/** Calls off a meeting; of a series only this one, all from here, or all that have not begun. */
export function CancelButton({ meeting: { meetingId, series } }: { meeting: MeetingPage }) {
    const [reach, setReach] = useState<Reach>("this");
    const cancel = useMutation({
        mutationFn: (reason: string) => {
            if (!series || reach === "this") return cancelMeeting(meetingId, reason);
            return cancelSeries(series.seriesId, reach === "all" ? undefined : series.recurrenceId, reason);
        },
    });
    const told = "Everybody who is invited is told by mail, and the time is free again.";
    return (
        <ConfirmButton
            variant="subtle"
            color="red"
            reason="Reason (the invited people read it)"
            warning={
                series ? (
                    <Stack gap="sm">
                        {told}
                        <Radio.Group
                            label="Which meetings of the series?"
                            value={reach}
                            onChange={(value) => setReach(value as Reach)}
                        >
                            <Stack gap="xs" mt={6}>
                                <Radio value="this" label="Only this one" />
                                <Radio value="following" label="This one and all that follow" />
                                <Radio value="all" label="The whole series, as far as it has not begun" />
                            </Stack>
                        </Radio.Group>
                    </Stack>
                ) : (
                    told
                )
            }
            onConfirm={(reason) => cancel.mutateAsync(reason)}
        >
            Cancel meeting
        </ConfirmButton>
    );
}
