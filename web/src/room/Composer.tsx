import { Button, Group, Textarea } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useState, type KeyboardEvent } from "react";

/** Typing is always possible: an answer where one is awaited, a message otherwise. */
export function Composer({ onType, onWriting }: { onType: (text: string) => void; onWriting: () => void }) {
    const [text, setText] = useState("");
    const send = () => {
        if (!text.trim()) return;
        onType(text.trim());
        setText("");
    };
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        send();
    };
    return (
        <Group gap="xs" p="sm" align="flex-end" wrap="nowrap" style={{ borderTop: "1px solid var(--parley-line)" }}>
            <Textarea
                flex={1}
                autosize
                minRows={1}
                maxRows={4}
                maxLength={4000}
                aria-label="Type an answer or a message"
                placeholder="Type instead of speaking"
                value={text}
                onChange={(event) => {
                    setText(event.currentTarget.value);
                    onWriting();
                }}
                onKeyDown={onKeyDown}
            />
            <Button onClick={send} leftSection={<IconSend size={16} aria-hidden />}>
                Send
            </Button>
        </Group>
    );
}
