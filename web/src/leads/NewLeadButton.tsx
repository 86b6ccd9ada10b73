import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { RefusalNote } from "../look/RefusalNote";
import { useNewLead } from "./useNewLead";

export function NewLeadButton() {
    const [open, { open: show, close }] = useDisclosure();
    const { form, submit, sending, problem } = useNewLead(close);
    return (
        <>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={show}>
                New lead
            </Button>
            <Modal opened={open} onClose={close} title="New lead" closeButtonProps={{ "aria-label": "Close" }} centered>
                <form onSubmit={submit} noValidate>
                    <Stack>
                        <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
                        <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
                        <TextInput label="Company" {...form.getInputProps("company")} />
                        <TextInput label="Phone" type="tel" {...form.getInputProps("phone")} />
                        <TextInput label="Job title" {...form.getInputProps("title")} />
                        <RefusalNote problem={problem} />
                        <Group justify="flex-end">
                            <Button type="submit" loading={sending}>
                                Create lead
                            </Button>
                        </Group>
                    </Stack>
                </form>
            </Modal>
        </>
    );
}
