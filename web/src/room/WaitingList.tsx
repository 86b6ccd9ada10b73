import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useModel } from "../useModel";
import type { Room } from "./Room";

/** Who knocks, for hosts: said aloud when it changes, and decided with one press. */
export function WaitingList({ room }: { room: Room }) {
    const { knocks } = useModel(room.view);
    const { people } = room;
    return (
        <div role="status" aria-live="polite">
            {knocks.length > 0 && (
                <Alert
                    variant="light"
                    title={knocks.length === 1 ? "Somebody is waiting" : `${knocks.length} are waiting`}
                >
                    <Stack gap="xs">
                        <Stack component="ul" gap={6} m={0} p={0} aria-label="Waiting to be let in">
                            {knocks.map(({ participantId, name, role }) => (
                                <Group component="li" key={participantId} justify="space-between" gap="xs">
                                    <Text size="sm">
                                        {name}, {role}
                                    </Text>
                                    <Group gap="xs">
                                        <Button
                                            size="xs"
                                            onClick={() => people.admit(participantId)}
                                            aria-label={`Let ${name} in`}
                                        >
                                            Let in
                                        </Button>
                                        <Button
                                            size="xs"
                                            variant="default"
                                            onClick={() => people.deny(participantId)}
                                            aria-label={`Do not let ${name} in`}
                                        >
                                            Deny
                                        </Button>
                                    </Group>
                                </Group>
                            ))}
                        </Stack>
                        {knocks.length > 1 && (
                            <Button size="xs" variant="light" onClick={() => people.admitAll()}>
                                Let everybody in
                            </Button>
                        )}
                    </Stack>
                </Alert>
            )}
        </div>
    );
}
