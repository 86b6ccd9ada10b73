import { Button, Drawer, Group, Stack, Switch, Text } from "@mantine/core";
import { IconHandStop, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useModel } from "../useModel";
import type { Participant } from "../wire/frames";
import type { Room } from "./Room";

/** Everybody by name, and for hosts what they may do about each. */
export function PeoplePanel({ room }: { room: Room }) {
    const [open, setOpen] = useState(false);
    const { participants, knocks, self, locked } = useModel(room.view);
    const isHost = self?.role === "host";
    return (
        <>
            <Button
                variant="default"
                leftSection={<IconUsers size={18} aria-hidden />}
                onClick={() => setOpen(true)}
                aria-haspopup="dialog"
            >
                {knocks.length > 0 ? `People (${knocks.length} waiting)` : "People"}
            </Button>
            <Drawer opened={open} onClose={() => setOpen(false)} title="People" position="right" size="sm">
                <Stack gap="md">
                    {isHost && (
                        <Switch
                            label="Locked: newcomers wait until a host lets them in"
                            checked={locked}
                            onChange={({ currentTarget }) => room.people.lock(currentTarget.checked)}
                        />
                    )}
                    <Stack component="ul" gap="sm" m={0} p={0} aria-label="Here now">
                        {participants.map((person) => (
                            <Stack component="li" key={person.participantId} gap={4}>
                                <Text size="sm" fw={600}>
                                    {person.name}
                                    {person.participantId === self?.participantId && " (you)"}, {person.role}
                                    {person.hand && <Hand />}
                                </Text>
                                <WrittenDown room={room} who={person.participantId} />
                                {isHost && isGuest(person) && <Measures room={room} person={person} />}
                            </Stack>
                        ))}
                    </Stack>
                </Stack>
            </Drawer>
        </>
    );
}

const isGuest = ({ role }: Participant) => role === "lead" || role === "guest";

/** How much of what somebody says becomes text, so that nobody trusts a transcript that has holes. */
function WrittenDown({ room, who }: { room: Room; who: string }) {
    const covered = useModel(room.coverage.view)[who];
    if (!covered) return null;
    return (
        <Text size="xs" c={covered.unheard ? "orange" : "dimmed"}>
            spoke {minutes(covered.spoken)}, of which {minutes(covered.transcribed)} became text
            {covered.unheard && ": no words arrive just now"}
        </Text>
    );
}

const minutes = (milliseconds: number) => {
    const seconds = Math.floor(milliseconds / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

function Hand() {
    return (
        <Text span size="sm" c="dimmed">
            {" "}
            <IconHandStop size={14} aria-hidden /> hand up
        </Text>
    );
}

/** Putting somebody out asks once more, because it cannot be taken back by a mistaken press. */
function Measures({ room: { people }, person: { participantId, name, audio } }: { room: Room; person: Participant }) {
    const [asked, setAsked] = useState(false);
    if (asked)
        return (
            <Group gap="xs" role="group" aria-label={`Remove ${name}?`}>
                <Button size="xs" color="red" variant="light" onClick={() => people.remove(participantId, false)}>
                    Remove
                </Button>
                <Button size="xs" color="red" onClick={() => people.remove(participantId, true)}>
                    Remove for good
                </Button>
                <Button size="xs" variant="default" onClick={() => setAsked(false)}>
                    Keep
                </Button>
            </Group>
        );
    return (
        <Group gap="xs">
            {audio && (
                <>
                    <Button
                        size="xs"
                        variant="default"
                        onClick={() => people.mute(participantId, false)}
                        aria-label={`Ask ${name} to mute`}
                    >
                        Ask to mute
                    </Button>
                    <Button
                        size="xs"
                        variant="default"
                        onClick={() => people.mute(participantId, true)}
                        aria-label={`Mute ${name}`}
                    >
                        Mute
                    </Button>
                </>
            )}
            <Button
                size="xs"
                variant="default"
                color="red"
                onClick={() => setAsked(true)}
                aria-label={`Remove ${name}…`}
            >
                Remove…
            </Button>
        </Group>
    );
}
