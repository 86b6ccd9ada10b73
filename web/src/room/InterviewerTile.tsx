import { Stack, Text } from "@mantine/core";
import { IconEar, IconMessageCircle, IconPlayerPause, IconRobot, IconBulb, type Icon } from "@tabler/icons-react";
import { useModel } from "../useModel";
import type { InterviewerState } from "../wire/frames";
import type { Speaking } from "./Speaking";

export const doing: Record<InterviewerState, { words: string; icon: Icon }> = {
    idle: { words: "is here", icon: IconRobot },
    listening: { words: "is listening", icon: IconEar },
    thinking: { words: "is thinking", icon: IconBulb },
    speaking: { words: "is speaking", icon: IconMessageCircle },
    paused: { words: "is paused", icon: IconPlayerPause },
};

/** The AI: what it does now, visible and told to screen readers. */
export function InterviewerTile({
    name,
    state,
    speaking,
}: {
    name: string;
    state: InterviewerState;
    speaking: Speaking;
}) {
    const { sentence } = useModel(speaking.view);
    const { words, icon: Sign } = doing[state];
    return (
        <div className="tile" role="group" aria-label={`${name}, AI interviewer`} data-speaking={state === "speaking"}>
            <Stack align="center" gap={6} p={6}>
                <div className="ai-sign" data-state={state}>
                    <Sign size={28} stroke={1.6} aria-hidden />
                </div>
                <Text
                    fw={600}
                    size="sm"
                    ta="center"
                    lh={1.25}
                    role="status"
                    aria-live="polite"
                    data-testid="interviewer-state"
                >
                    {name} {words}
                </Text>
                <Text size="xs" c="dimmed">
                    AI interviewer
                </Text>
                {sentence && (
                    <Text size="xs" c="dimmed" ta="center" lineClamp={2} visibleFrom="md" aria-hidden>
                        {sentence}
                    </Text>
                )}
            </Stack>
        </div>
    );
}
