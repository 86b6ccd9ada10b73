import { Button, Group, Paper, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Answered } from "../look/Answered";
import { TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { leads, transcriptSearch, type TranscriptSearch } from "../wire/queries";
import type { TranscriptHit } from "../wire/views/transcripts";
import { marked } from "./marked";

const route = getRouteApi("/in/shell/search");

/** Finds words in everything that was ever said. */
export function SearchPage() {
    const asked = route.useSearch();
    const query = useQuery(transcriptSearch(asked));
    return (
        <Page title="Search" lead="In everything that was said, in all meetings.">
            <SearchForm key={JSON.stringify(asked)} asked={asked} />
            {asked.q.trim() === "" ? (
                <Nothing title="What are you looking for?">
                    For instance: budget, a competitor’s name, or a date.
                </Nothing>
            ) : (
                <Answered query={query}>
                    {(hits) =>
                        hits.length === 0 ? (
                            <Nothing title="Nobody said that">Fewer or other words may help.</Nothing>
                        ) : (
                            <Stack
                                gap="xs"
                                component="ol"
                                p={0}
                                m={0}
                                style={{ listStyle: "none" }}
                                aria-label="Results"
                            >
                                {hits.map((hit) => (
                                    <Hit key={`${hit.meetingId} ${hit.segmentId}`} hit={hit} />
                                ))}
                            </Stack>
                        )
                    }
                </Answered>
            )}
        </Page>
    );
}

function SearchForm({ asked }: { asked: TranscriptSearch }) {
    const navigate = route.useNavigate();
    const known = useQuery(leads());
    const [search, setSearch] = useState(asked);
    const change = (part: Partial<TranscriptSearch>) => setSearch((before) => ({ ...before, ...part }));
    const submit = (event: FormEvent) => {
        event.preventDefault();
        void navigate({ search });
    };
    return (
        <Paper withBorder p="md" mb="md" component="form" role="search" onSubmit={submit}>
            <Group align="flex-end" gap="sm">
                <TextInput
                    flex="3 1 14rem"
                    label="Words"
                    value={search.q}
                    onChange={(event) => change({ q: event.currentTarget.value })}
                />
                <Select
                    flex="2 1 10rem"
                    label="Lead"
                    placeholder="Any"
                    clearable
                    searchable
                    clearButtonProps={{ "aria-label": "Any lead" }}
                    data={(known.data ?? []).map(({ leadId, name }) => ({ value: leadId, label: name }))}
                    value={search.lead ?? null}
                    onChange={(lead) => change({ lead: lead ?? undefined })}
                />
                <TextInput
                    flex="1 1 8rem"
                    label="Speaker"
                    value={search.speaker ?? ""}
                    onChange={(event) => change({ speaker: event.currentTarget.value || undefined })}
                />
                <TextInput
                    flex="1 1 8rem"
                    type="date"
                    label="From"
                    value={search.from ?? ""}
                    onChange={(event) => change({ from: event.currentTarget.value || undefined })}
                />
                <TextInput
                    flex="1 1 8rem"
                    type="date"
                    label="To"
                    value={search.to ?? ""}
                    onChange={(event) => change({ to: event.currentTarget.value || undefined })}
                />
                <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
                    Search
                </Button>
            </Group>
        </Paper>
    );
}

function Hit({ hit: { meetingId, meetingTitle, segmentId, speakerName, startedAt, snippet } }: { hit: TranscriptHit }) {
    return (
        <Paper withBorder p="md" component="li" className="lifts">
            <Text size="sm">
                {marked(snippet).map(({ text, hit }, place) =>
                    hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
                )}
            </Text>
            <Text size="xs" c="dimmed" mt={4}>
                {speakerName} in{" "}
                <TextLink
                    to="/meetings/$id"
                    params={{ id: meetingId }}
                    search={{ segment: segmentId }}
                    size="xs"
                    underline="always"
                >
                    {meetingTitle}
                </TextLink>
                , {asMoment(startedAt)}
            </Text>
        </Paper>
    );
}
