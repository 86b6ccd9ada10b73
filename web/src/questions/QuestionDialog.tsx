import { Button, Group, Modal, NumberInput, Select, Stack, Switch, TagsInput, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import type { QuestionDraft } from "../wire/commands";
import type { Question, QuestionType } from "../wire/views/questions";
import { asChoices, hasOptions, signalWords, typeWords } from "./kinds";

interface Props {
    trigger: string;
    label?: string;
    question?: Question;
    onSave: (draft: QuestionDraft) => Promise<unknown>;
}

const blank: QuestionDraft = { text: "", type: "open", mandatory: false, options: [], maxFollowUps: 1 };

/** The words of a question, and the answer that it wants. */
export function QuestionDialog({ trigger, label, question, onSave }: Props) {
    const [open, { open: show, close }] = useDisclosure();
    const [problem, setProblem] = useState<Error | null>(null);
    const form = useForm<QuestionDraft>({
        initialValues: question ?? blank,
        validate: {
            text: (value) => (value.trim() ? null : "What is asked?"),
            options: (value, { type }) => (hasOptions(type) && value.length < 2 ? "At least two options." : null),
        },
    });
    const start = () => {
        form.setValues(question ?? blank);
        setProblem(null);
        show();
    };
    const submit = form.onSubmit((draft) => {
        onSave(hasOptions(draft.type) ? draft : { ...draft, options: [] }).then(close, setProblem);
    });
    return (
        <>
            <Button
                size={question ? "compact-xs" : "xs"}
                variant={question ? "subtle" : "light"}
                aria-label={label}
                onClick={start}
            >
                {trigger}
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title={label ?? trigger}
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <form onSubmit={submit} noValidate>
                    <Stack>
                        <Textarea
                            label="Question"
                            autosize
                            minRows={2}
                            data-autofocus
                            {...form.getInputProps("text")}
                        />
                        <Select
                            label="Kind of answer"
                            allowDeselect={false}
                            data={asChoices<QuestionType>(typeWords)}
                            {...form.getInputProps("type")}
                        />
                        {hasOptions(form.values.type) && (
                            <TagsInput
                                label="Options"
                                description="Enter after each"
                                {...form.getInputProps("options")}
                            />
                        )}
                        <Select
                            label="What the answer tells about the lead"
                            placeholder="Guessed from the words"
                            clearable
                            clearButtonProps={{ "aria-label": "Guess it" }}
                            data={asChoices(signalWords)}
                            value={form.values.signal ?? null}
                            onChange={(signal) =>
                                form.setFieldValue("signal", (signal ?? undefined) as Question["signal"])
                            }
                        />
                        <NumberInput
                            label="Follow-ups at most"
                            min={0}
                            max={5}
                            {...form.getInputProps("maxFollowUps")}
                        />
                        <Switch
                            label="Mandatory: asked even when time is short"
                            {...form.getInputProps("mandatory", { type: "checkbox" })}
                        />
                        <RefusalNote problem={problem} />
                        <Group justify="flex-end">
                            <Button type="submit">Save question</Button>
                        </Group>
                    </Stack>
                </form>
            </Modal>
        </>
    );
}
