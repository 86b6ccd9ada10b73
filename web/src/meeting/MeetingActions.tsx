import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ButtonLink } from "../look/links";
import { RefusalNote } from "../look/RefusalNote";
import { startMeeting } from "../wire/commands";
import type { MeetingPage, MeetingStatus } from "../wire/views/meetings";
import { CancelButton } from "./CancelButton";
import { ReassignButton } from "./ReassignButton";
import { RescheduleButton } from "./RescheduleButton";

const before: MeetingStatus[] = ["scheduled", "lobby-open"];
const during: MeetingStatus[] = ["active", "ending", "lead-absent"];
export const isOver = (status: MeetingStatus) => !before.includes(status) && !during.includes(status);

/** What can be done with a meeting in its present state. */
export function MeetingActions({ meeting }: { meeting: MeetingPage }) {
    const { meetingId, status } = meeting;
    const start = useMutation({ mutationFn: () => startMeeting(meetingId) });
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
                    <ReassignButton meeting={meeting} />
                    <CancelButton meeting={meeting} />
                </>
            )}
            <RefusalNote problem={start.error} />
        </>
    );
}
