import { Badge, Code, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { ConfirmButton } from "../look/ConfirmButton";
import { ButtonLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { inWords } from "../look/words";
import {
    type CalendarLedger,
    calendarLedger,
    type LedgerAttendee,
    type LedgerEntry,
    repair,
    type Shows,
} from "../wire/ledger";

const route = getRouteApi("/in/shell/meetings/$id/calendars");
const shown: Record<Shows, { word: string; color: string }> = {
    current: { word: "Shows the meeting as it is", color: "pine" },
    outdated: { word: "Shows an older time", color: "red" },
    cancelled: { word: "Shows it as cancelled", color: "gray" },
    declined: { word: "Declined", color: "yellow" },
    unsure: { word: "Not sure", color: "yellow" },
    nothing: { word: "Shows nothing", color: "gray" },
};

/** What every attendee's calendar shows now, and why we think so. */
export function LedgerPage() {
    const { id } = route.useParams();
    const query = useQuery(calendarLedger(id));
    return (
        <Page
            title="What calendars show"
            lead="By what was sent to each attendee, what their server said, and what they answered."
            actions={
                <ButtonLink to="/meetings/$id" params={{ id }} variant="default" size="xs">
                    Back to the meeting
                </ButtonLink>
            }
        >
            <Answered query={query}>
                {(ledger) =>
                    ledger.attendees.length === 0 ? (
                        <Nothing title="Nobody was invited yet" />
                    ) : (
                        <Stack gap="md">
                            {ledger.attendees.map((attendee) => (
                                <Attendee key={attendee.participantId} attendee={attendee} ledger={ledger} />
                            ))}
                            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                                Revision {ledger.sequence} of {ledger.uid}
                            </Text>
                        </Stack>
                    )
                }
            </Answered>
        </Page>
    );
}

function Attendee({ attendee, ledger }: { attendee: LedgerAttendee; ledger: CalendarLedger }) {
    const { participantId, name, email, invited, shows, explanation, repairOffered, entries, reply } = attendee;
    const mend = useMutation({ mutationFn: () => repair(ledger.meetingId, ledger.version, participantId) });
    return (
        <Paper withBorder p="md" component="section" aria-label={name}>
            <Stack gap="xs">
                <Group justify="space-between" gap="xs">
                    <div>
                        <Title order={2} size="h3">
                            {name}
                        </Title>
                        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                            {email}
                            {!invited && " · not invited any more"}
                        </Text>
                    </div>
                    {repairOffered && (
                        <ConfirmButton
                            size="xs"
                            variant="light"
                            color="pine"
                            warning={`${name} gets the meeting as it is now, newer than anything their calendar has.`}
                            onConfirm={() => mend.mutateAsync()}
                        >
                            Repair this calendar
                        </ConfirmButton>
                    )}
                </Group>
                <Group gap="xs">
                    <Badge color={shown[shows].color}>{shown[shows].word}</Badge>
                    <Text size="sm">{explanation}</Text>
                </Group>
                {reply && (
                    <Text size="sm">
                        Answered: {inWords(reply.response)}, {asMoment(reply.at)}
                        {reply.comment && `: “${reply.comment}”`}
                    </Text>
                )}
                <Stack gap={6} component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-label={`Sent to ${name}`}>
                    {entries.map((entry) => (
                        <Entry key={entry.notificationId} entry={entry} />
                    ))}
                </Stack>
            </Stack>
        </Paper>
    );
}

function Entry({ entry: { kind, sequence, state, documentHash, answer, at } }: { entry: LedgerEntry }) {
    return (
        <li>
            <Text size="sm" component="div">
                {inWords(kind)} · revision {sequence} · {inWords(state)} · {asMoment(at)}
            </Text>
            <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: "anywhere" }}>
                {answer}
                {documentHash && (
                    <>
                        {" "}
                        · document <Code>{documentHash.slice(0, 12)}</Code>
                    </>
                )}
            </Text>
        </li>
    );
}
