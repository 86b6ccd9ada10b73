import { Badge, Box, Group, Highlight, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { asOffset } from "../look/moments";
import type { Id } from "../wire/views/ids";
import type { TranscriptLine } from "../wire/views/transcripts";
import { CorrectButton } from "./CorrectButton";
import { RedactButton } from "./RedactButton";

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
                {text && <LineActions meetingId={meetingId} line={line} />}
            </Group>
            <Words line={line} wanted={wanted} />
        </Box>
    );
}

function LineActions({ meetingId, line }: Pick<Props, "meetingId" | "line">) {
    return (
        <>
            {line.speakerRole !== "interviewer" && <CorrectButton meetingId={meetingId} line={line} />}
            <RedactButton meetingId={meetingId} line={line} />
        </>
    );
}

/** What was said, or why it cannot be read. */
function Words({ line, wanted }: Pick<Props, "line" | "wanted">) {
    const instead = line.redacted
        ? "These words were taken out."
        : line.gap && `Words may be missing here: ${gaps[line.gap]}.`;
    if (instead)
        return (
            <Text size="sm" c="dimmed" fs="italic">
                {instead}
            </Text>
        );
    return (
        <Highlight size="sm" highlight={wanted.trim()} style={{ overflowWrap: "anywhere" }}>
            {line.text}
        </Highlight>
    );
}
