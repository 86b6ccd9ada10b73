import { Button, Container, Loader, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Wordmark } from "../look/Wordmark";
import { useModel } from "../useModel";
import type { InterviewerKind } from "../wire/views/meetings";
import type { Room } from "./Room";
import { Waiting } from "./Waiting";

const sorry: Record<string, string> = {
    REPLACED: "You joined from another window, so this one let go.",
    UNREACHABLE: "The server cannot be reached. Is the connection up?",
    MEETING_UNKNOWN: "There is no such meeting.",
    ROOM_FULL: "The room is full.",
    DENIED: "The host did not let you in.",
    REMOVED: "The host has put you out of this meeting.",
    GUEST_LINK_INVALID: "This link is not valid any more.",
};

interface Props {
    room: Room;
    onAgain: () => void;
    onLeave: () => void;
    when: string;
    interviewer: InterviewerKind;
    children: ReactNode;
}

/** On the way in, or out again. The children say what happens after the end. */
export function Outside({ room, onAgain, onLeave, when, interviewer, children }: Props) {
    const { phase, reason, waiting } = useModel(room.view);
    const owed = useModel(room.words.owed);
    return (
        <Container component="main" size={520} py={{ base: "xl", sm: 80 }}>
            <Stack gap="lg">
                <Wordmark />
                <Paper withBorder p="xl">
                    <Stack gap="md" align="flex-start" aria-live="polite">
                        {phase === "over" && (
                            <>
                                <Title order={1}>
                                    {reason === "LEFT" ? "You left the meeting" : "The meeting is over"}
                                </Title>
                                {owed > 0 && (
                                    <Text>
                                        {owed === 1 ? "One of your answers" : `${owed} of your answers`} may have come
                                        too late to be stored.
                                    </Text>
                                )}
                                {children}
                                {reason === "LEFT" && <Button onClick={onAgain}>Join again</Button>}
                            </>
                        )}
                        {phase === "refused" && (
                            <>
                                <Title order={1}>You are not in the room</Title>
                                <Text>{sorry[reason] ?? `Joining was not possible (${reason}).`}</Text>
                                {owed > 0 && (
                                    <Text>
                                        {owed === 1 ? "One of your answers was" : `${owed} of your answers were`} not
                                        stored yet. They are sent when you are in again.
                                    </Text>
                                )}
                                <Button onClick={onAgain}>Try again</Button>
                            </>
                        )}
                        {phase === "joining" && (
                            <>
                                <Title order={1}>Joining</Title>
                                <Loader type="dots" aria-label="Joining" />
                            </>
                        )}
                        {phase === "waiting" && (
                            <Waiting waiting={waiting} when={when} interviewer={interviewer} onLeave={onLeave} />
                        )}
                    </Stack>
                </Paper>
            </Stack>
        </Container>
    );
}
