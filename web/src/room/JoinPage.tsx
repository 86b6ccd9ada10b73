import { Container, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { asZoned } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { guestTicket } from "../wire/commands";
import { guest } from "../wire/queries";
import type { GuestPage } from "../wire/views/meetings";
import { VisitView } from "./VisitView";

const route = getRouteApi("/join/$token");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const over: Partial<Record<GuestPage["status"], string>> = {
    completed: "This meeting is over",
    abandoned: "This meeting is over",
    failed: "This meeting is over",
    cancelled: "This meeting was cancelled",
    "no-show": "This meeting did not take place",
};

/** The door for people with a link and no account. */
export function JoinPage() {
    const { token } = route.useParams();
    const query = useQuery(guest(token));
    if (!query.data)
        return (
            <Container component="main" size="sm" py="xl">
                <Answered query={query}>{() => null}</Answered>
            </Container>
        );
    const { title, start, status, participant, hostName, interviewer } = query.data;
    const ended = over[status];
    if (ended)
        return (
            <Container component="main" size="sm" py="xl">
                <Nothing title={ended}>{`${hostName} can tell you more about “${title}”.`}</Nothing>
            </Container>
        );
    return (
        <VisitView
            ticket={(signal) => guestTicket(token, signal)}
            title={title}
            when={`${asZoned(start, here)} with ${hostName}`}
            name={participant.name}
            interviewer={interviewer}
            afterwards={
                <Text>
                    Thank you for your time, {participant.name}. A summary comes by mail in a few minutes, and{" "}
                    {hostName} gets in touch about what comes next.
                </Text>
            }
        />
    );
}
