import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useModel } from "../useModel";
import type { Room } from "./Room";
import { SpeechNotices } from "./SpeechNotices";

/** What one should know now: the line, the consent, the recogniser. */
export function Notices({ room }: { room: Room }) {
    const { phase, notice, withoutMedia } = useModel(room.view);
    const consent = useModel(room.consent.state);
    return (
        <Stack gap="xs">
            {phase === "reconnecting" && <Reconnecting room={room} />}
            {withoutMedia && (
                <Alert color="orange" variant="light" role="status" title="The others neither see nor hear you">
                    This room connects no more people by audio and video. What you type reaches everybody, and when
                    somebody leaves you are connected by yourself.
                </Alert>
            )}
            <PoorConnection room={room} />
            {(consent === "unasked" || consent === "declined") && (
                <Alert variant="light" title="Nothing that you say is written down">
                    <Group justify="space-between" gap="xs">
                        <Text size="sm">
                            The interviewer can only take your answers if you agree to be transcribed.
                        </Text>
                        <Button size="xs" onClick={() => room.consent.answer(true)}>
                            I agree
                        </Button>
                    </Group>
                </Alert>
            )}
            {consent === "sending" && (
                <Text size="sm" c="dimmed" role="status">
                    Your agreement counts as soon as the interviewer has introduced itself.
                </Text>
            )}
            {consent === "given" && (
                <Group gap={4}>
                    <Text size="xs" c="dimmed">
                        What you say is transcribed.
                    </Text>
                    <Button size="compact-xs" variant="subtle" onClick={() => room.consent.answer(false)}>
                        Stop that
                    </Button>
                </Group>
            )}
            {consent === "given" && <SpeechNotices room={room} />}
            {notice && (
                <Text size="sm" c="dimmed" role="status">
                    {notice}
                </Text>
            )}
        </Stack>
    );
}

/** What was said meanwhile is not lost, and how much that is. */
function Reconnecting({ room }: { room: Room }) {
    const { restarting } = useModel(room.view);
    const owed = useModel(room.words.owed);
    return (
        <Alert color="orange" variant="light" role="status" title="Reconnecting">
            {restarting ? "The server is being started again." : "The connection was lost."} It comes back by itself;
            what you type is kept.
            {owed > 0 && ` ${owed === 1 ? "One answer waits" : `${owed} answers wait`} to be sent.`}
        </Alert>
    );
}

function PoorConnection({ room }: { room: Room }) {
    const { phase, self, quality } = useModel(room.view);
    if (phase !== "inside" || !self || quality[self.participantId] !== "poor") return null;
    return (
        <Alert color="orange" variant="light" role="status" title="Your connection is poor">
            The others may hardly hear you. It often helps to switch the camera off; what you type always arrives.
        </Alert>
    );
}
