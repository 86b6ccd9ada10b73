import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ConfirmButton } from "../look/ConfirmButton";
import { CopyField } from "../look/CopyField";
import { asMoment } from "../look/moments";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { Refusal } from "../wire/Refusal";
import { calendarFeed, closeCalendarFeed, openCalendarFeed } from "../wire/booking";

const neverOpened = (problem: Error | null) => problem instanceof Refusal && problem.status === 404;

/** One's meetings in one's own calendar program. */
export function CalendarFeedPanel() {
    const feed = useQuery(calendarFeed());
    const open = useMutation({ mutationFn: () => openCalendarFeed(feed.data?.seen) });
    const close = useMutation({ mutationFn: () => closeCalendarFeed(feed.data?.seen), onSuccess: open.reset });
    const isOpen = feed.data?.open === true;
    return (
        <Panel title="Your calendar feed">
            <Stack gap="sm">
                <Text size="sm" c="dimmed">
                    Subscribe to your meetings in Outlook, Google or Apple Calendar by a secret address.
                    {isOpen && feed.data?.openedAt && ` The present one was made ${asMoment(feed.data.openedAt)}.`}
                </Text>
                {open.data && <CopyField label="Secret address, shown only now" value={open.data.url} />}
                <RefusalNote problem={open.error ?? (neverOpened(feed.error) ? null : feed.error)} />
                <Group gap="xs">
                    {isOpen ? (
                        <>
                            <ConfirmButton
                                size="xs"
                                variant="light"
                                warning="The present address stops working at once, in every program that uses it."
                                onConfirm={() => open.mutateAsync()}
                            >
                                Make a new address
                            </ConfirmButton>
                            <ConfirmButton
                                size="xs"
                                variant="subtle"
                                color="red"
                                warning="Programs that subscribed to the feed stop showing your meetings."
                                onConfirm={() => close.mutateAsync()}
                            >
                                Close the feed
                            </ConfirmButton>
                        </>
                    ) : (
                        <Button size="xs" variant="light" loading={open.isPending} onClick={() => open.mutate()}>
                            Make an address
                        </Button>
                    )}
                </Group>
            </Stack>
        </Panel>
    );
}
