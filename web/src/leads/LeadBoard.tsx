import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { Axis, bandColors } from "../look/axes";
import { TextLink } from "../look/links";
import { asDay } from "../look/moments";
import { Page } from "../look/Page";
import { leads } from "../wire/queries";
import type { LeadCard } from "../wire/views/leads";
import { NewLeadButton } from "./NewLeadButton";
import { stages, stageWord } from "./stages";

/** All leads, by where they stand. */
export function LeadBoard() {
    const query = useQuery(leads());
    return (
        <Page title="Leads" actions={<NewLeadButton />}>
            <Answered query={query}>
                {(cards) => (
                    <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm">
                        {stages.map(({ status, word }) => (
                            <Stage key={status} word={word} cards={cards.filter((card) => card.status === status)} />
                        ))}
                    </SimpleGrid>
                )}
            </Answered>
        </Page>
    );
}

function Stage({ word, cards }: { word: string; cards: LeadCard[] }) {
    return (
        <section aria-label={word}>
            <Group justify="space-between" mb="xs">
                <Title order={2} size="h3">
                    {word}
                </Title>
                <Text size="sm" c="dimmed">
                    {cards.length}
                </Text>
            </Group>
            <Stack gap="xs">
                {cards.map((card) => (
                    <Card key={card.leadId} card={card} />
                ))}
                {cards.length === 0 && (
                    <Paper withBorder p="sm" style={{ borderStyle: "dashed", background: "transparent" }}>
                        <Text size="sm" c="dimmed" ta="center">
                            Nobody
                        </Text>
                    </Paper>
                )}
            </Stack>
        </section>
    );
}

function Card({ card: { leadId, name, company, band, fit, engagement, proposed, lastMeeting } }: { card: LeadCard }) {
    return (
        <Paper withBorder p="sm" className="lifts">
            <Stack gap={6}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                    <TextLink to="/leads/$id" params={{ id: leadId }} fw={600} size="sm" truncate>
                        {name}
                    </TextLink>
                    {band && <Badge color={bandColors[band]}>{band}</Badge>}
                </Group>
                {company && (
                    <Text size="xs" c="dimmed" truncate>
                        {company}
                    </Text>
                )}
                {fit !== null && (
                    <>
                        <Axis name="Fit" value={fit} />
                        <Axis name="Engagement" value={engagement} />
                    </>
                )}
                {proposed && <Text size="xs">The AI proposes: {stageWord(proposed)}</Text>}
                {lastMeeting && (
                    <Text size="xs" c="dimmed">
                        Met {asDay(lastMeeting)}
                    </Text>
                )}
            </Stack>
        </Paper>
    );
}
