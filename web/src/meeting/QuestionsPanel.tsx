import { Badge, Group, Stack, Text } from "@mantine/core";
import { Panel } from "../look/Panel";
import { inWords } from "../look/words";
import type { MeetingPage, QuestionLine } from "../wire/views/meetings";

const states: Record<QuestionLine["state"], { word: string; color: string }> = {
    open: { word: "Open", color: "gray" },
    asked: { word: "Asked", color: "blue" },
    answered: { word: "Answered", color: "pine" },
    skipped: { word: "Skipped", color: "yellow" },
};

/** How far the interview came with each question. */
export function QuestionsPanel({
    meeting: { questions, questionSetTitle, questionSetVersion },
}: {
    meeting: MeetingPage;
}) {
    const answered = questions.filter(({ state }) => state === "answered").length;
    return (
        <Panel
            title="Questions"
            actions={
                <Text size="sm" c="dimmed">
                    {answered} of {questions.length} answered · {questionSetTitle}, version {questionSetVersion}
                </Text>
            }
        >
            <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: "none" }}>
                {questions.map((question) => (
                    <Line key={question.questionId} question={question} />
                ))}
            </Stack>
        </Panel>
    );
}

function Line({
    question: { text, mandatory, state, followUps, answer, confidence, reason },
}: {
    question: QuestionLine;
}) {
    const { word, color } = states[state];
    const details = [
        mandatory && "mandatory",
        followUps > 0 && `${followUps} follow-up${followUps > 1 ? "s" : ""}`,
        confidence !== null && `${Math.round(confidence * 100)} % sure`,
        reason && inWords(reason).toLowerCase(),
    ].filter(Boolean);
    return (
        <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
            <Badge color={color} miw={92} style={{ flexShrink: 0 }} mt={2}>
                {word}
            </Badge>
            <Stack gap={2} miw={0}>
                <Text size="sm">{text}</Text>
                {answer && (
                    <Text size="sm" fw={600}>
                        {answer}
                    </Text>
                )}
                {details.length > 0 && (
                    <Text size="xs" c="dimmed">
                        {details.join(" · ")}
                    </Text>
                )}
            </Stack>
        </Group>
    );
}
