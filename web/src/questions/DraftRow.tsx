import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ActionIcon, Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { ConfirmButton } from "../look/ConfirmButton";
import type { Question } from "../wire/views/questions";
import { followUpWords, typeWords } from "./kinds";
import { QuestionDialog } from "./QuestionDialog";
import type { Editor } from "./useEditor";

/** One question of the draft. */
export function DraftRow({ question, number, editor }: { question: Question; number: number; editor: Editor }) {
    const { questionId, text, type, mandatory, options, maxFollowUps, signal } = question;
    const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: questionId });
    return (
        <Paper
            withBorder
            p="sm"
            component="li"
            ref={setNodeRef}
            style={{ transform: CSS.Translate.toString(transform), transition, opacity: isDragging ? 0.6 : 1 }}
        >
            <Group gap="sm" wrap="nowrap" align="flex-start">
                <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move question ${number}`}
                    style={{ touchAction: "none" }}
                    {...attributes}
                    {...listeners}
                >
                    <IconGripVertical size={18} aria-hidden />
                </ActionIcon>
                <Stack gap={4} flex={1} miw={0}>
                    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {number}. {text}
                    </Text>
                    <Group gap={6}>
                        <Badge color="gray">{typeWords[type]}</Badge>
                        {mandatory && <Badge color="orange">mandatory</Badge>}
                        {signal !== "none" && <Badge>{signal}</Badge>}
                        <Text size="xs" c="dimmed">
                            {followUpWords(maxFollowUps)}
                        </Text>
                    </Group>
                    {options.length > 0 && (
                        <Text size="xs" c="dimmed">
                            {options.join(" · ")}
                        </Text>
                    )}
                    <Group gap={4} ml={-8}>
                        <QuestionDialog
                            trigger="Edit"
                            label={`Edit question ${number}`}
                            question={question}
                            onSave={(draft) => editor.reword({ ...question, ...draft })}
                        />
                        <ConfirmButton
                            size="compact-xs"
                            variant="subtle"
                            color="red"
                            aria-label={`Remove question ${number}`}
                            warning={text}
                            onConfirm={() => editor.remove(questionId)}
                        >
                            Remove
                        </ConfirmButton>
                    </Group>
                </Stack>
            </Group>
        </Paper>
    );
}
