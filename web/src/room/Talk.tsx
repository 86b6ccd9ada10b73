import { Avatar, Badge, Box, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useModel } from "../useModel";
import type { Line } from "./Conversation";
import type { Room } from "./Room";

/** What was said, as it is said: captions, typed words and messages in one stream. */
export function Talk({ room }: { room: Room }) {
    const lines = useModel(room.conversation.lines);
    const end = useRef<HTMLDivElement>(null);
    const newest = lines.at(-1);
    useEffect(() => {
        end.current?.scrollIntoView({ block: "end" });
    }, [newest?.key, newest?.text]);
    return (
        <ScrollArea flex={1} px="md" py="sm" viewportProps={{ tabIndex: 0, "aria-label": "Conversation, scrollable" }}>
            {lines.length === 0 && (
                <Text c="dimmed" size="sm" mt="md">
                    What is said appears here, as it is said.
                </Text>
            )}
            <Stack gap="sm" role="log" aria-label="Captions and messages">
                {lines.map((line) => (
                    <Said key={line.key} line={line} />
                ))}
            </Stack>
            <div ref={end} />
        </ScrollArea>
    );
}

const fates: Record<string, string> = {
    waiting: "sending",
    "not-recorded": "not recorded",
    unknown: "perhaps not sent",
};

function Said({ line: { name, role, text, final, kind, fate } }: { line: Line }) {
    return (
        <Group gap="xs" align="flex-start" wrap="nowrap" aria-hidden={final ? undefined : true} data-final={final}>
            <Avatar name={name} color={role === "interviewer" ? "pine" : "initials"} size={28} alt="" mt={2} />
            <Box miw={0}>
                <Group gap={6}>
                    <Text size="sm" fw={600}>
                        {name}
                    </Text>
                    {kind === "chat" && (
                        <Badge size="xs" color="gray">
                            message
                        </Badge>
                    )}
                    {final && fate && fates[fate] && (
                        <Text size="xs" c="dimmed">
                            {fates[fate]}
                        </Text>
                    )}
                </Group>
                <Text
                    size="sm"
                    className={final ? "" : "line-interim"}
                    style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}
                >
                    {text}
                </Text>
            </Box>
        </Group>
    );
}
