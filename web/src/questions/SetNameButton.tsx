import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import type { QuestionSetPage } from "../wire/views/questions";
import type { Editor } from "./useEditor";

/** Another name or category. */
export function SetNameButton({ set, editor }: { set: QuestionSetPage; editor: Editor }) {
    const [open, { open: show, close }] = useDisclosure();
    const [title, setTitle] = useState(set.title);
    const [category, setCategory] = useState(set.category);
    const submit = (event: FormEvent) => {
        event.preventDefault();
        editor.revise({ title, category }).then(close, close);
    };
    return (
        <>
            <Button variant="default" onClick={show}>
                Rename
            </Button>
            <Modal opened={open} onClose={close} title="Rename" closeButtonProps={{ "aria-label": "Close" }} centered>
                <form onSubmit={submit}>
                    <Stack>
                        <TextInput
                            label="Title"
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
                        <Group justify="flex-end">
                            <Button type="submit" loading={editor.busy}>
                                Save
                            </Button>
                        </Group>
                    </Stack>
                </form>
            </Modal>
        </>
    );
}
