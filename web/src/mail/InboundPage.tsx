import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { ButtonLink, TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { inWords } from "../look/words";
import { type InboundMail, inboundMail } from "../wire/ledger";

const verdicts: Record<InboundMail["verdict"], { word: string; color: string }> = {
    accepted: { word: "Understood", color: "pine" },
    declined: { word: "Declined", color: "yellow" },
    ignored: { word: "Ignored", color: "gray" },
    quarantined: { word: "Quarantined", color: "red" },
    parked: { word: "Parked", color: "yellow" },
    bounce: { word: "Came back", color: "red" },
    complaint: { word: "Complaint", color: "red" },
};

/** What came to the meetings' mailbox, and what was made of it. */
export function InboundPage() {
    const query = useQuery(inboundMail());
    return (
        <Page
            title="Mail that came in"
            lead="Answers of calendars, bounces, and what was not believed."
            actions={
                <ButtonLink to="/deliveries" variant="default" size="xs">
                    Deliveries
                </ButtonLink>
            }
        >
            <Answered query={query}>
                {(mails) =>
                    mails.length === 0 ? (
                        <Nothing title="Nothing came in yet">
                            Answers appear here when people accept or decline in their calendar program.
                        </Nothing>
                    ) : (
                        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
                            {mails.map((mail) => (
                                <Line key={mail.id} mail={mail} />
                            ))}
                        </Stack>
                    )
                }
            </Answered>
        </Page>
    );
}

function Line({ mail: { receivedAt, from, subject, verdict, reason, meetingId } }: { mail: InboundMail }) {
    const { word, color } = verdicts[verdict];
    return (
        <Paper withBorder p="sm" component="li">
            <Group gap="xs">
                <Badge color={color}>{word}</Badge>
                <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                    {subject}
                </Text>
            </Group>
            <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
                from {from}, {asMoment(receivedAt)}
                {reason && ` · ${inWords(reason)}`}
                {meetingId && (
                    <>
                        {" · "}
                        <TextLink to="/meetings/$id" params={{ id: meetingId }} size="sm" underline="always">
                            meeting
                        </TextLink>
                    </>
                )}
            </Text>
        </Paper>
    );
}
