import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ConfirmButton } from "../look/ConfirmButton";
import { ButtonLink } from "../look/links";
import { RefusalNote } from "../look/RefusalNote";
import { cancelMeeting, startMeeting } from "../wire/commands";
import type { MeetingPage, MeetingStatus } from "../wire/views";
import { CancelSeriesButton } from "./CancelSeriesButton";
import { RescheduleButton } from "./RescheduleButton";

const before: MeetingStatus[] = ["scheduled", "lobby-open"];
const during: MeetingStatus[] = ["active", "ending", "lead-absent"];
export const isOver = (status: MeetingStatus) => !before.includes(status) && !during.includes(status);

/** What can be done with a meeting in its present state. */
export function MeetingActions({ meeting }: { meeting: MeetingPage }) {
    const { meetingId, status } = meeting;
    const start = useMutation({ mutationFn: () => startMeeting(meetingId) });
    const cancel = useMutation({ mutationFn: (reason: string) => cancelMeeting(meetingId, reason) });
    if (isOver(status)) return null;
    return (
        <>
            <ButtonLink to="/meetings/$id/room" params={{ id: meetingId }}>
                Enter the room
            </ButtonLink>
            {before.includes(status) && (
                <>
                    <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
                        Start now
                    </Button>
                    <RescheduleButton meeting={meeting} />
                    {meeting.series && <CancelSeriesButton meeting={meeting} series={meeting.series} />}
                    <ConfirmButton
                        variant="subtle"
                        color="red"
                        reason="Reason (the invited people read it)"
                        warning="Everybody who is invited is told by mail, and the time is free again."
                        onConfirm={(reason) => cancel.mutateAsync(reason)}
                    >
                        Cancel meeting
                    </ConfirmButton>
                </>
            )}
            <RefusalNote problem={start.error} />
        </>
    );
}
