import { Button, Container, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { ButtonLink } from "../look/links";
import { asMoment } from "../look/moments";
import { endMeeting, hostTicket, startMeeting } from "../wire/commands";
import { meeting } from "../wire/queries";
import type { MeetingPage } from "../wire/views/meetings";
import { VisitView } from "./VisitView";

const route = getRouteApi("/in/meetings/$id/room");

/** The room, for people of the sales team. */
export function RoomPage() {
    const { id } = route.useParams();
    const query = useQuery(meeting(id));
    if (!query.data)
        return (
            <Container component="main" size="sm" py="xl">
                <Answered query={query}>{() => null}</Answered>
            </Container>
        );
    const { title, start, leadName, hostName, interviewer } = query.data;
    return (
        <VisitView
            ticket={(signal) => hostTicket(id, signal)}
            title={title}
            when={`${asMoment(start)} with ${leadName}`}
            name={hostName}
            interviewer={interviewer}
            hostControls={<HostControls meeting={query.data} />}
            afterwards={
                <>
                    <Text>Transcript, summary and score are on the meeting’s page in a moment.</Text>
                    <ButtonLink to="/meetings/$id" params={{ id }}>
                        Open the meeting
                    </ButtonLink>
                </>
            }
        />
    );
}

function HostControls({ meeting: { meetingId, status } }: { meeting: MeetingPage }) {
    const start = useMutation({ mutationFn: () => startMeeting(meetingId) });
    const end = useMutation({ mutationFn: () => endMeeting(meetingId, "ended by the host") });
    const early = status === "scheduled" || status === "lobby-open";
    return early ? (
        <Button onClick={() => start.mutate()} loading={start.isPending}>
            Start now
        </Button>
    ) : (
        <Button variant="default" onClick={() => end.mutate()} loading={end.isPending}>
            End for all
        </Button>
    );
}
