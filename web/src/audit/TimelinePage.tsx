import { Group, MultiSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { timeline } from "../wire/queries";
import type { StoredEventLine } from "../wire/views/audit";
import { EventCard } from "./EventCard";
import { actorOf, unique } from "./events";

const route = getRouteApi("/in/shell/meetings/$id/timeline");

/** Everything that ever happened to a meeting, in the order it was stored. */
export function TimelinePage() {
    const { id } = route.useParams();
    const query = useQuery(timeline(id));
    return (
        <Page
            title="Timeline"
            lead={
                <TextLink to="/meetings/$id" params={{ id }}>
                    Back to the meeting
                </TextLink>
            }
        >
            <Answered query={query}>{(events) => <Filtered events={events} />}</Answered>
        </Page>
    );
}

function Filtered({ events }: { events: StoredEventLine[] }) {
    const [types, setTypes] = useState<string[]>([]);
    const [actors, setActors] = useState<string[]>([]);
    const among = (chosen: string[], value: string) => chosen.length === 0 || chosen.includes(value);
    const shown = events.filter((event) => among(types, event.type) && among(actors, actorOf(event)));
    return (
        <Stack gap="md">
            <Group grow align="flex-start">
                <MultiSelect
                    label="What happened"
                    placeholder="Anything"
                    data={unique(events.map(({ type }) => type))}
                    value={types}
                    onChange={setTypes}
                    searchable
                    clearable
                />
                <MultiSelect
                    label="Who acted"
                    placeholder="Anybody"
                    data={unique(events.map(actorOf))}
                    value={actors}
                    onChange={setActors}
                    searchable
                    clearable
                />
            </Group>
            <Text size="sm" c="dimmed" role="status">
                {shown.length} of {events.length} events
            </Text>
            {events.length === 0 && <Nothing title="Nothing happened yet" />}
            <Stack gap={6} component="ol" p={0} m={0} style={{ listStyle: "none" }} aria-label="Events">
                {shown.map((event) => (
                    <li key={event.position}>
                        <EventCard event={event} />
                    </li>
                ))}
            </Stack>
        </Stack>
    );
}
