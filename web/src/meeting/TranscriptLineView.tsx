import { Badge, Box, Group, Highlight, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { asOffset } from "../look/moments";
import type { Id } from "../wire/views/ids";
import type { TranscriptLine } from "../wire/views/transcripts";
import { CorrectButton } from "./CorrectButton";

interface Props {
    meetingId: Id;
    line: TranscriptLine;
    pointedAt: boolean;
    wanted: string;
}

/** One stretch of words, under its speaker and its moment. */
export function TranscriptLineView({ meetingId, line, pointedAt, wanted }: Props) {
    const { segmentId, speakerName, speakerRole, text, offset, corrected, source } = line;
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
                {speakerRole !== "interviewer" && <CorrectButton meetingId={meetingId} line={line} />}
            </Group>
            <Highlight size="sm" highlight={wanted.trim()} style={{ overflowWrap: "anywhere" }}>
                {text}
            </Highlight>
        </Box>
    );
}
