import { Badge, Grid, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { ButtonLink, TextLink } from "../look/links";
import { asMoment, asZoned } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { StatusBadge } from "../look/StatusBadge";
import { meeting } from "../wire/queries";
import type { MeetingPage as Meeting } from "../wire/views/meetings";
import { isOver, MeetingActions } from "./MeetingActions";
import { PeoplePanel } from "./PeoplePanel";
import { ProposalsPanel } from "./ProposalsPanel";
import { QuestionsPanel } from "./QuestionsPanel";
import { SignalsPanel } from "./SignalsPanel";
import { SummaryPanel } from "./SummaryPanel";
import { TalkPanel } from "./TalkPanel";
import { TranscriptPanel } from "./TranscriptPanel";

const route = getRouteApi("/in/shell/meetings/$id");

/** One meeting: what it is, who comes, what was said, and what came of it. */
export function MeetingPage() {
    const { id } = route.useParams();
    const { segment } = route.useSearch();
    const query = useQuery(meeting(id));
    return <Answered query={query}>{(answer) => <Shown meeting={answer} segment={segment} />}</Answered>;
}

function Shown({ meeting, segment }: { meeting: Meeting; segment: string | undefined }) {
    const { meetingId, title, status, questions, summary, startedAt } = meeting;
    return (
        <Page title={title} lead={<Facts meeting={meeting} />} actions={<MeetingActions meeting={meeting} />}>
            <Grid gap="md">
                <Grid.Col span={{ base: 12, md: 8 }}>
                    <Stack gap="md">
                        {summary && <SummaryPanel summary={summary} meeting={meeting} />}
                        {questions.length > 0 && <QuestionsPanel meeting={meeting} />}
                        {!summary && questions.length === 0 && !startedAt && (
                            <Nothing title="Nothing was said yet">
                                What is asked, said and summed up stands here once the meeting has begun.
                            </Nothing>
                        )}
                        {startedAt && <SignalsPanel meetingId={meetingId} isOn={!isOver(status)} />}
                        {startedAt && <TranscriptPanel meetingId={meetingId} segment={segment} />}
                    </Stack>
                </Grid.Col>
                <Grid.Col span={{ base: 12, md: 4 }}>
                    <Stack gap="md">
                        <ProposalsPanel meeting={meeting} />
                        <PeoplePanel meeting={meeting} over={isOver(status)} />
                        {startedAt && <TalkPanel meetingId={meetingId} isOn={!isOver(status)} />}
                        <Group gap="xs">
                            <ButtonLink
                                to="/meetings/$id/timeline"
                                params={{ id: meetingId }}
                                variant="default"
                                size="xs"
                            >
                                Timeline
                            </ButtonLink>
                            <ButtonLink to="/deliveries" search={{ meeting: meetingId }} variant="default" size="xs">
                                Mails of this meeting
                            </ButtonLink>
                            <ButtonLink
                                to="/meetings/$id/calendars"
                                params={{ id: meetingId }}
                                variant="default"
                                size="xs"
                            >
                                What calendars show
                            </ButtonLink>
                        </Group>
                    </Stack>
                </Grid.Col>
            </Grid>
        </Page>
    );
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Facts({ meeting }: { meeting: Meeting }) {
    const { status, start, zone, durationMinutes, leadId, leadName, hostName, interviewer, endReason } = meeting;
    return (
        <Stack gap={4} mt={4}>
            <Group gap="xs">
                <StatusBadge status={status} />
                <Badge color="gray">{interviewer === "ai" ? "AI interviewer" : "Human interviewer"}</Badge>
                {meeting.series && <Badge color="gray">Number {meeting.series.number} of a series</Badge>}
                {meeting.cancelledBy && meeting.cancelledBy !== "host" && (
                    <Text size="sm">by the {meeting.cancelledBy}</Text>
                )}
                {endReason && <Text size="sm">{endReason}</Text>}
            </Group>
            <Text size="sm">
                {asMoment(start)}, {durationMinutes} minutes
                {asZoned(start, zone) !== asZoned(start, here) && ` (${asZoned(start, zone)})`} · {hostName} meets{" "}
                <TextLink to="/leads/$id" params={{ id: leadId }} underline="always">
                    {leadName}
                </TextLink>
            </Text>
        </Stack>
    );
}
