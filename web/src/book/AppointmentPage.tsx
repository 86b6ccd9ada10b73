import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ConfirmButton } from "../look/ConfirmButton";
import { asZoned } from "../look/moments";
import { Outdoors } from "../look/Outdoors";
import { Answered } from "../look/Answered";
import { type Appointment, appointment, callOff } from "../wire/booking";

/** With a calendar, which most who look at an appointment do not need. */
const MovePanel = lazy(() => import("./MovePanel").then((found) => ({ default: found.MovePanel })));
const route = getRouteApi("/appointment/$token");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The guest's own page of a meeting: when it is, the way in, and the way out. */
export function AppointmentPage() {
    const { token } = route.useParams();
    const query = useQuery(appointment(token));
    return (
        <Outdoors title={query.data?.title ?? "Your appointment"} size="sm">
            {query.error && <Title order={1}>Your appointment</Title>}
            <Answered query={query}>{(found) => <Shown token={token} found={found} />}</Answered>
        </Outdoors>
    );
}

function Shown({ token, found }: { token: string; found: Appointment }) {
    const { title, hostName, start, zone, status, name, bookingPath } = found;
    const [moving, { open: move, close: moved }] = useDisclosure();
    const there = asZoned(start, zone);
    return (
        <Stack gap="md">
            <div>
                <Text c="dimmed" size="sm">
                    {hostName} meets {name}
                </Text>
                <Title order={1} style={{ overflowWrap: "anywhere" }}>
                    {title}
                </Title>
                <Text mt={6} fw={500}>
                    {asZoned(start, here)}
                </Text>
                {there !== asZoned(start, here) && (
                    <Text size="sm" c="dimmed">
                        {there} in {zone.replaceAll("_", " ")}
                    </Text>
                )}
            </div>
            {status === "cancelled" ? <Cancelled found={found} /> : null}
            {over[status] && (
                <Alert color="gray" variant="light" role="status">
                    {over[status]}
                </Alert>
            )}
            {again.includes(status) && bookingPath && (
                <Group>
                    <Button component="a" href={bookingPath}>
                        Book another time
                    </Button>
                </Group>
            )}
            {!over[status] && status !== "cancelled" && !moving && <Ways token={token} found={found} onMove={move} />}
            {moving && (
                <Suspense fallback={<Skeleton h={320} />}>
                    <MovePanel token={token} start={start} onDone={moved} />
                </Suspense>
            )}
        </Stack>
    );
}

/** In, to another time, and out. */
function Ways({ token, found, onMove }: { token: string; found: Appointment; onMove: () => void }) {
    const cancel = useMutation({ mutationFn: (reason: string) => callOff(token, reason) });
    return (
        <Group gap="xs">
            <Button component="a" href={`/join/${token}`}>
                Go to the meeting
            </Button>
            {found.mayMove && (
                <Button variant="default" onClick={onMove}>
                    Choose another time
                </Button>
            )}
            {found.mayCancel && (
                <ConfirmButton
                    variant="subtle"
                    color="red"
                    reason={`Reason (${found.hostName} reads it)`}
                    warning="Everybody who is invited is told by mail, and the time is free again."
                    onConfirm={(reason) => cancel.mutateAsync(reason)}
                >
                    Cancel appointment
                </ConfirmButton>
            )}
        </Group>
    );
}

/** After these, whoever has the link may want to meet after all. */
const again = ["cancelled", "no-show"];

const over: Record<string, string> = {
    completed: "This meeting is over.",
    abandoned: "This meeting is over.",
    failed: "This meeting is over.",
    "no-show": "This meeting did not take place.",
};

function Cancelled({ found: { cancelledBy, hostName, reason, bookingPath } }: { found: Appointment }) {
    const who = { host: `${hostName} cancelled it.`, lead: "You cancelled it.", system: "It was cancelled." };
    return (
        <Alert color="red" variant="light" title="This appointment is cancelled" role="status">
            <Text size="sm">
                {who[cancelledBy ?? "system"]} {reason}
            </Text>
            {!bookingPath && (
                <Text size="sm" mt={4}>
                    {hostName} is glad to find another time with you: answer the mail of the invitation.
                </Text>
            )}
        </Alert>
    );
}
