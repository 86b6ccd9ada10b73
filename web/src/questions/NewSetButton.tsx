import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { RefusalNote } from "../look/RefusalNote";
import { draftQuestionSet } from "../wire/commands";
import { newId } from "../wire/ids";

/** A new set begins with a name; its questions come in the editor. */
export function NewSetButton() {
    const [open, { open: show, close }] = useDisclosure();
    const navigate = useNavigate();
    const [questionSetId] = useState(newId);
    const [title, setTitle] = useState("");
    const [category, setCategory] = useState("general");
    const draft = useMutation({
        mutationFn: () => draftQuestionSet({ questionSetId, title, category, questions: [] }),
        onSuccess: (answer) => navigate({ to: "/questions/$id", params: { id: answer.questionSetId } }),
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        draft.mutate();
    };
    return (
        <>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={show}>
                New question set
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title="New question set"
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <form onSubmit={submit}>
                    <Stack>
                        <TextInput
                            label="Title"
                            data-autofocus
                            required
                            value={title}
                            onChange={(event) => setTitle(event.currentTarget.value)}
                        />
                        <TextInput
                            label="Category"
                            required
                            value={category}
                            onChange={(event) => setCategory(event.currentTarget.value)}
                        />
                        <RefusalNote problem={draft.error} />
                        <Group justify="flex-end">
                            <Button type="submit" loading={draft.isPending}>
                                Create
                            </Button>
                        </Group>
                    </Stack>
                </form>
            </Modal>
        </>
    );
}
