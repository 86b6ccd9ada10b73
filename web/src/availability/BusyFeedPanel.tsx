import { Badge, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "../look/ConfirmButton";
import { atFields } from "../look/fieldErrors";
import { asMoment } from "../look/moments";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { inWords } from "../look/words";
import { type BusyFeed, type HostCalendar, removeBusyFeed, setBusyFeed } from "../wire/booking";

const states: Record<BusyFeed["state"], { word: string; color: string }> = {
    unread: { word: "Not read yet", color: "blue" },
    fresh: { word: "Up to date", color: "pine" },
    stale: { word: "Out of date", color: "red" },
};

/** Another calendar whose times count as taken. */
export function BusyFeedPanel({ calendar: { edition, busyFeed } }: { calendar: HostCalendar }) {
    const [url, setUrl] = useState("");
    const set = useMutation({ mutationFn: () => setBusyFeed(edition, url.trim()), onSuccess: () => setUrl("") });
    const remove = useMutation({ mutationFn: () => removeBusyFeed(edition) });
    const { errors, rest } = atFields(set.error, ["url"]);
    return (
        <Panel title="Busy elsewhere">
            <Stack gap="sm">
                {busyFeed && <FeedState feed={busyFeed} onRemove={() => remove.mutateAsync()} />}
                <form
                    noValidate
                    onSubmit={(event) => {
                        event.preventDefault();
                        set.mutate();
                    }}
                >
                    <Stack gap="xs">
                        <TextInput
                            label={busyFeed ? "Another address instead" : "Address of your other calendar (ICS)"}
                            description="What is in there counts as taken. It is shown to nobody, and the address not even to you."
                            placeholder="https://calendar.example/basic.ics"
                            type="url"
                            value={url}
                            error={errors["url"]}
                            onChange={(event) => setUrl(event.currentTarget.value)}
                        />
                        <RefusalNote problem={rest} />
                        <Button
                            type="submit"
                            size="xs"
                            variant="light"
                            style={{ alignSelf: "flex-start" }}
                            loading={set.isPending}
                            disabled={!url.trim()}
                        >
                            Follow this calendar
                        </Button>
                    </Stack>
                </form>
            </Stack>
        </Panel>
    );
}

function FeedState({ feed, onRemove }: { feed: BusyFeed; onRemove: () => Promise<unknown> }) {
    const { address, state, readAt, problem, busyTimes } = feed;
    const { word, color } = states[state];
    return (
        <div role="status">
            <Group gap="xs">
                <Badge color={color}>{word}</Badge>
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                    {address}
                </Text>
            </Group>
            <Text size="sm" c="dimmed" mt={4}>
                {readAt ? `${busyTimes} busy times, read ${asMoment(readAt)}.` : "It is read in a moment."}
                {problem && ` The last try failed: ${inWords(problem)}.`}
                {state === "stale" && " Until it can be read again nobody can book you."}
            </Text>
            <ConfirmButton
                size="compact-sm"
                variant="subtle"
                color="red"
                warning="Its times count as free again."
                onConfirm={onRemove}
            >
                Stop following
            </ConfirmButton>
        </div>
    );
}
