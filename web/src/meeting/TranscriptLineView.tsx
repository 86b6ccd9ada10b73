import { Badge, Box, Group, Highlight, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { asOffset } from "../look/moments";
import type { Id } from "../wire/views/ids";
import type { TranscriptLine } from "../wire/views/transcripts";
import { CorrectButton } from "./CorrectButton";

const gaps = {
    recogniser: "nothing was listening for a moment",
    connection: "the connection was lost for too long",
};

interface Props {
    meetingId: Id;
    line: TranscriptLine;
    pointedAt: boolean;
    wanted: string;
}

/** One stretch of words, under its speaker and its moment. */
export function TranscriptLineView({ meetingId, line, pointedAt, wanted }: Props) {
    const { segmentId, speakerName, speakerRole, text, offset, corrected, source, gap } = line;
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (pointedAt) place.current?.scrollIntoView({ block: "center" });
    }, [pointedAt]);
    return (
        <Box
            ref={place}
            id={`segment-${segmentId}`}
            px="xs"
            py={6}
            style={{ borderRadius: 8, background: pointedAt ? "var(--mantine-color-yellow-light)" : undefined }}
            aria-current={pointedAt || undefined}
        >
            <Group gap="xs">
                <Text size="xs" c="dimmed" ff="monospace">
                    {asOffset(offset)}
                </Text>
                <Text size="sm" fw={600} c={speakerRole === "interviewer" ? "pine" : undefined}>
                    {speakerName}
                </Text>
                {source === "typed" && (
                    <Badge size="xs" color="gray">
                        typed
                    </Badge>
                )}
                {corrected && (
                    <Badge size="xs" color="yellow">
                        corrected
                    </Badge>
                )}
                {speakerRole !== "interviewer" && !gap && <CorrectButton meetingId={meetingId} line={line} />}
            </Group>
            {gap && (
                <Text size="sm" c="dimmed" fs="italic">
                    Words may be missing here: {gaps[gap]}.
                </Text>
            )}
            {!gap && (
                <Highlight size="sm" highlight={wanted.trim()} style={{ overflowWrap: "anywhere" }}>
                    {text}
                </Highlight>
            )}
        </Box>
    );
}
