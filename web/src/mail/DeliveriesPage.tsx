import { Badge, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Answered } from "../look/Answered";
import { ConfirmButton } from "../look/ConfirmButton";
import { ButtonLink, TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { inWords } from "../look/words";
import { resend } from "../wire/ledger";
import { deliveries } from "../wire/queries";
import type { DeliveryLine } from "../wire/views/mails";

const route = getRouteApi("/in/shell/deliveries");
const states: Record<DeliveryLine["state"], { word: string; color: string }> = {
    requested: { word: "On its way", color: "blue" },
    deferred: { word: "Trying again", color: "yellow" },
    sent: { word: "Sent", color: "pine" },
    failed: { word: "Failed", color: "red" },
    unknown: { word: "Unknown", color: "yellow" },
    bounced: { word: "Came back", color: "red" },
    complained: { word: "Complaint", color: "red" },
};
const movable: DeliveryLine["state"][] = ["sent", "failed", "unknown", "bounced", "complained"];
const choices = [
    { value: "all", label: "All" },
    ...Object.entries(states).map(([value, { word }]) => ({ value, label: word })),
];

/** What became of every mail. */
export function DeliveriesPage() {
    const { meeting } = route.useSearch();
    const query = useQuery(deliveries(meeting));
    const [state, setState] = useState("all");
    return (
        <Page
            title="Deliveries"
            lead={
                meeting ? (
                    <TextLink to="/deliveries">Only one meeting is shown; show all</TextLink>
                ) : (
                    "Invitations, updates, reminders and summaries, and what became of them."
                )
            }
            actions={
                <>
                    <Select
                        size="xs"
                        w={150}
                        aria-label="State"
                        data={choices}
                        allowDeselect={false}
                        value={state}
                        onChange={(value) => setState(value ?? "all")}
                    />
                    {meeting && (
                        <ButtonLink to="/meetings/$id/calendars" params={{ id: meeting }} variant="default" size="xs">
                            What calendars show
                        </ButtonLink>
                    )}
                    <ButtonLink to="/deliveries/inbound" variant="default" size="xs">
                        Mail that came in
                    </ButtonLink>
                </>
            }
        >
            <Answered query={query}>
                {(lines) => {
                    const shown = lines.filter((line) => state === "all" || line.state === state);
                    return shown.length === 0 ? (
                        <Nothing title="No mails here">
                            They are written when a meeting is scheduled, moved, near, or over.
                        </Nothing>
                    ) : (
                        <Stack
                            gap="xs"
                            component="ul"
                            p={0}
                            m={0}
                            style={{ listStyle: "none" }}
                            aria-label="Deliveries"
                        >
                            {shown.map((line) => (
                                <Line key={line.notificationId} line={line} />
                            ))}
                        </Stack>
                    );
                }}
            </Answered>
        </Page>
    );
}

function Line({ line }: { line: DeliveryLine }) {
    const { word, color } = states[line.state];
    const again = useMutation({ mutationFn: () => resend(line.notificationId, line.version) });
    return (
        <Paper withBorder p="sm" component="li">
            <Group gap="xs">
                <Group gap="xs" flex={1} miw="min(20rem, 100%)">
                    <Badge color={color}>{word}</Badge>
                    <Text size="sm" fw={600}>
                        {inWords(line.kind)}
                    </Text>
                    <Text size="sm">to {line.recipientName}</Text>
                    <Text size="sm" c="dimmed">
                        {line.recipientEmail}
                    </Text>
                </Group>
                <Text size="sm" c="dimmed">
                    {asMoment(line.at)} ·{" "}
                    <TextLink to="/meetings/$id" params={{ id: line.meetingId }} size="sm" underline="always">
                        meeting
                    </TextLink>
                </Text>
                {movable.includes(line.state) && (
                    <ConfirmButton
                        size="compact-xs"
                        variant="subtle"
                        color="pine"
                        warning={`${line.recipientName} gets the same mail once more, under the same id.`}
                        onConfirm={() => again.mutateAsync()}
                    >
                        Send again
                    </ConfirmButton>
                )}
            </Group>
            {(line.attempts > 1 || line.detail) && (
                <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
                    {line.attempts} {line.attempts === 1 ? "try" : "tries"}
                    {line.detail && ` · ${line.detail}`}
                </Text>
            )}
        </Paper>
    );
}
