import { Alert, Text } from "@mantine/core";
import { useModel } from "../useModel";
import type { Room } from "./Room";
import { whyUnheard } from "./unheard";

/** What one who agreed to be written down should know: whether that works, and how it works best. */
export function SpeechNotices({ room }: { room: Room }) {
    const { self, interviewer } = useModel(room.view);
    const listening = useModel(room.listening.state);
    const { able, muted } = useModel(room.speaking.view);
    const covered = useModel(room.coverage.view)[self?.participantId ?? ""];
    if (listening.state === "unavailable")
        return (
            <Alert color="orange" variant="light" role="status" title="Please type your answers">
                {whyUnheard(listening.reason)} The others hear you all the same, and what you type counts as an answer.
            </Alert>
        );
    if (covered?.unheard)
        return (
            <Alert color="orange" variant="light" role="status" title="Your voice is heard, but no words arrive">
                Speech recognition seems to be deaf just now. What you said in the last seconds is probably not written
                down; please type it, or say it again in a moment.
            </Alert>
        );
    return interviewer === "ai" && able && !muted && listening.state === "listening" ? (
        <Text size="xs" c="dimmed">
            With headphones the interviewer is not mistaken for you.
        </Text>
    ) : null;
}
