import { Button, type ButtonProps, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { RefusalNote } from "./RefusalNote";

interface Props extends ButtonProps {
    /** What the button says, and the dialog asks. */
    children: string;
    warning: ReactNode;
    reason?: string;
    onConfirm: (reason: string) => Promise<unknown>;
}

/** A button for what cannot be taken back: it asks once more, and for a reason where one is kept. */
export function ConfirmButton({ children, warning, reason: asked, onConfirm, ...looks }: Props) {
    const [open, { open: ask, close }] = useDisclosure();
    const [reason, setReason] = useState("");
    const [problem, setProblem] = useState<Error | null>(null);
    const confirm = () => {
        setProblem(null);
        onConfirm(reason).then(close, setProblem);
    };
    return (
        <>
            <Button {...looks} onClick={ask}>
                {children}
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title={`${children}?`}
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <Stack>
                    <Text size="sm" component="div">
                        {warning}
                    </Text>
                    {asked && (
                        <TextInput
                            label={asked}
                            value={reason}
                            onChange={(event) => setReason(event.currentTarget.value)}
                        />
                    )}
                    <RefusalNote problem={problem} />
                    <Group justify="flex-end">
                        <Button variant="default" onClick={close}>
                            No, keep it
                        </Button>
                        <Button color="red" onClick={confirm}>
                            {children}
                        </Button>
                    </Group>
                </Stack>
            </Modal>
        </>
    );
}
