import { Badge, Blockquote, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../look/Answered";
import { Axis, bandColors } from "../look/axes";
import { TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { inWords } from "../look/words";
import { leadScore, meeting } from "../wire/queries";
import type { Id } from "../wire/views/ids";
import type { Point, ScoreReceipt } from "../wire/views/leads";
import type { QuestionLine } from "../wire/views/meetings";

/** Two axes, and a receipt for every point: the rule, the question, the words, and the moment they were said. */
export function ScoreStory({ leadId }: { leadId: Id }) {
    return <Answered query={useQuery(leadScore(leadId))}>{(receipt) => <Story receipt={receipt} />}</Answered>;
}

function Story({ receipt: { meetingId, at, score } }: { receipt: ScoreReceipt }) {
    const questions = useQuery(meeting(meetingId)).data?.questions ?? [];
    const receipts = (axis: Point["axis"]) => (
        <Receipts
            points={score.points.filter((point) => point.axis === axis)}
            meetingId={meetingId}
            questions={questions}
        />
    );
    return (
        <Stack gap="md">
            <Group gap="xs">
                <Badge size="lg" color={bandColors[score.band]}>
                    {score.band}
                </Badge>
                <Text size="sm" c="dimmed">
                    {asMoment(at)}, by rubric {score.rubric}
                </Text>
            </Group>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
                <Stack gap="sm">
                    <Axis name="Fit, from the answers" value={score.fit} size="lg" />
                    {receipts("fit")}
                </Stack>
                <Stack gap="sm">
                    <Axis name="Engagement, from taking part" value={score.engagement} size="lg" />
                    {receipts("engagement")}
                </Stack>
            </SimpleGrid>
        </Stack>
    );
}

function Receipts({ points, meetingId, questions }: { points: Point[]; meetingId: Id; questions: QuestionLine[] }) {
    return (
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {points.map((point, place) => (
                <li key={place}>
                    <Receipt
                        point={point}
                        meetingId={meetingId}
                        question={questions.find(({ questionId }) => questionId === point.questionId)?.text}
                    />
                </li>
            ))}
        </Stack>
    );
}

function Receipt({ point, meetingId, question }: { point: Point; meetingId: Id; question: string | undefined }) {
    const [segment] = point.segments;
    return (
        <Stack gap={4}>
            <Group gap="xs" wrap="nowrap" align="baseline">
                <Text fw={700} c={point.points < 0 ? "red" : "pine"} w={36}>
                    {point.points < 0 ? `−${-point.points}` : `+${point.points}`}
                </Text>
                <Title order={3} size="sm">
                    {inWords(point.rule)}
                </Title>
            </Group>
            {question && (
                <Text size="xs" c="dimmed">
                    {question} (version {point.questionSetVersion})
                </Text>
            )}
            {point.quote && (
                <Blockquote p="xs" pl="sm" radius="sm" fz="sm" style={{ overflowWrap: "anywhere" }}>
                    “{point.quote}”
                </Blockquote>
            )}
            {segment && (
                <TextLink to="/meetings/$id" params={{ id: meetingId }} search={{ segment }} size="xs">
                    The moment in the transcript
                </TextLink>
            )}
        </Stack>
    );
}
