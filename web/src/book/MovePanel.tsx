import "./book.css";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { asWallDay } from "./days";
import { SlotPicker } from "./SlotPicker";
import { useArrival } from "./useBooking";
import type { Instant } from "../wire/views/ids";
import { type Moving, useMoving } from "./useMoving";

/** Another time for an appointment: choose, look once more, and it is moved. */
export function MovePanel({ token, start, onDone }: { token: string; start: Instant; onDone: () => void }) {
    const moving = useMoving(token, start, onDone);
    const { slots, wanted, choose, problem } = moving;
    useArrival("move");
    return (
        <Stack gap="md" component="section" aria-labelledby="move">
            <Title order={2} size="h3" id="move" tabIndex={-1} style={{ outline: "none" }}>
                Choose another time
            </Title>
            <SlotPicker slots={slots} choose={choose} waiting={undefined} problem={problem} />
            {wanted && <Confirm moving={moving} />}
            <Group>
                <Button variant="subtle" onClick={onDone}>
                    Keep the time it has
                </Button>
            </Group>
        </Stack>
    );
}

function Confirm({ moving: { slots, wanted, move, sending } }: { moving: Moving }) {
    useArrival("sure");
    if (!wanted) return null;
    return (
        <Alert color="pine" variant="light">
            <Stack gap="xs" align="flex-start">
                <Text fw={600} id="sure" tabIndex={-1} style={{ outline: "none" }}>
                    {asWallDay(wanted.localStart)}, {wanted.label} ({slots.zone.replaceAll("_", " ")})
                </Text>
                <Text size="sm">Everybody gets an update for their calendar; your link stays the same.</Text>
                <Button loading={sending} onClick={move}>
                    Move it there
                </Button>
            </Stack>
        </Alert>
    );
}
