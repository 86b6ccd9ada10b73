import { Badge, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { questionSets } from "../wire/queries";
import type { QuestionSetLine } from "../wire/views/questions";
import { NewSetButton } from "./NewSetButton";

/** The library of what interviewers ask. */
export function QuestionsPage() {
    const query = useQuery(questionSets());
    return (
        <Page
            title="Question sets"
            lead="Drafts change; published versions never do. A meeting keeps the version it was scheduled with."
            actions={<NewSetButton />}
        >
            <Answered query={query}>
                {(sets) =>
                    sets.length === 0 ? (
                        <Nothing title="No question sets yet">The AI needs one to interview anybody.</Nothing>
                    ) : (
                        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
                            {sets.map((set) => (
                                <SetCard key={set.questionSetId} set={set} />
                            ))}
                        </SimpleGrid>
                    )
                }
            </Answered>
        </Page>
    );
}

function SetCard({
    set: { questionSetId, title, category, questions, publishedVersion, draftDiffers, retired },
}: {
    set: QuestionSetLine;
}) {
    return (
        <Paper withBorder p="md" className="lifts">
            <Stack gap={6}>
                <TextLink to="/questions/$id" params={{ id: questionSetId }} fw={600}>
                    {title}
                </TextLink>
                <Text size="sm" c="dimmed">
                    {category} · {questions} {questions === 1 ? "question" : "questions"}
                </Text>
                <Group gap={6}>
                    {publishedVersion === null ? (
                        <Badge color="gray">draft only</Badge>
                    ) : (
                        <Badge>version {publishedVersion}</Badge>
                    )}
                    {publishedVersion !== null && draftDiffers && <Badge color="yellow">draft differs</Badge>}
                    {retired && <Badge color="red">retired</Badge>}
                </Group>
            </Stack>
        </Paper>
    );
}
