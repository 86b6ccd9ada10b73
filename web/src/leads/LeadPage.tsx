import { Anchor, Grid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Page } from "../look/Page";
import { Panel } from "../look/Panel";
import { StatusBadge } from "../look/StatusBadge";
import { inWords } from "../look/words";
import { lead } from "../wire/queries";
import type { LeadPage as Lead } from "../wire/views/leads";
import { ScoreStory } from "./ScoreStory";
import { StagePanel } from "./StagePanel";

const route = getRouteApi("/in/shell/leads/$id");

/** One lead: who it is, what we heard, what it is worth and why. */
export function LeadPage() {
    const { id } = route.useParams();
    return <Answered query={useQuery(lead(id))}>{(answer) => <Shown lead={answer} />}</Answered>;
}

function Shown({ lead: { card, contact, score, proposal, insights, meetings } }: { lead: Lead }) {
    const { leadId, name } = card;
    return (
        <Page title={name} lead={<ContactLine contact={contact} />}>
            <Grid gap="md">
                <Grid.Col span={{ base: 12, md: 8 }}>
                    <Stack gap="md">
                        <Panel title="Score">
                            {score ? (
                                <ScoreStory leadId={leadId} />
                            ) : (
                                <Dimmed>There is no score before the first interview.</Dimmed>
                            )}
                        </Panel>
                        <Panel title="Insights">
                            {insights.length === 0 && <Dimmed>Nothing was noted yet.</Dimmed>}
                            <Stack gap="xs">
                                {insights.map((insight) => (
                                    <Insight key={`${insight.at} ${insight.kind} ${insight.text}`} insight={insight} />
                                ))}
                            </Stack>
                        </Panel>
                    </Stack>
                </Grid.Col>
                <Grid.Col span={{ base: 12, md: 4 }}>
                    <Stack gap="md">
                        <StagePanel card={card} proposal={proposal} />
                        <Panel title="Meetings">
                            {meetings.length === 0 && <Dimmed>No meeting yet.</Dimmed>}
                            <Stack gap="sm">
                                {meetings.map(({ meetingId, title, start, status }) => (
                                    <div key={meetingId}>
                                        <TextLink to="/meetings/$id" params={{ id: meetingId }} size="sm" fw={600}>
                                            {title}
                                        </TextLink>
                                        <Text size="xs" c="dimmed">
                                            {asMoment(start)}
                                        </Text>
                                        <StatusBadge status={status} />
                                    </div>
                                ))}
                            </Stack>
                        </Panel>
                    </Stack>
                </Grid.Col>
            </Grid>
        </Page>
    );
}

function ContactLine({ contact: { title, company, email, phone } }: { contact: Lead["contact"] }) {
    return (
        <>
            {[title, company].filter(Boolean).join(", ")}
            {(title || company) && " · "}
            <Anchor href={`mailto:${email}`} size="sm" underline="always">
                {email}
            </Anchor>
            {phone && ` · ${phone}`}
        </>
    );
}

function Insight({ insight: { meetingId, kind, text, evidence } }: { insight: Lead["insights"][number] }) {
    const [segment] = evidence;
    return (
        <div>
            <Text size="sm">
                <Text span fw={600} size="sm">
                    {inWords(kind)}
                </Text>
                : {text}
            </Text>
            <TextLink to="/meetings/$id" params={{ id: meetingId }} search={segment ? { segment } : {}} size="xs">
                Where it was said
            </TextLink>
        </div>
    );
}

function Dimmed({ children }: { children: string }) {
    return (
        <Text size="sm" c="dimmed">
            {children}
        </Text>
    );
}
