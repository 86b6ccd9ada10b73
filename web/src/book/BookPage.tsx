import "./book.css";
import { Group, Stack, Text, Title } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { Answered } from "../look/Answered";
import { Nothing } from "../look/Nothing";
import { Outdoors } from "../look/Outdoors";
import { Refusal } from "../wire/Refusal";
import { BookedNote } from "./BookedNote";
import { DetailsForm } from "./DetailsForm";
import { SlotPicker } from "./SlotPicker";
import { useBooking } from "./useBooking";

const route = getRouteApi("/book/$tenant/$host/$type");

/** The page where anybody books a meeting: a day, a time, a name. */
export function BookPage() {
    const booking = useBooking(route.useParams());
    const { page, slot, booked } = booking;
    if (page.error instanceof Refusal && page.error.status === 404)
        return (
            <Outdoors title="Nothing to book here">
                <Title order={1} size="h2" ta="center" mb="md">
                    There is nothing to book here
                </Title>
                <Nothing title="The address may be mistyped, or the page was closed.">
                    Ask the person who gave you the link for a new one.
                </Nothing>
            </Outdoors>
        );
    return (
        <Outdoors title={page.data?.title ?? "Book a meeting"} size="lg">
            <Answered query={page}>
                {({ title, hostName, durationMinutes }) => (
                    <Stack gap="lg">
                        <div>
                            <Text c="dimmed" size="sm">
                                {hostName}
                            </Text>
                            <Title order={1} style={{ overflowWrap: "anywhere" }}>
                                {title}
                            </Title>
                            <Group gap={6} mt={6}>
                                <IconClock size={16} aria-hidden />
                                <Text size="sm">{durationMinutes} minutes, in your browser</Text>
                            </Group>
                        </div>
                        {booked ? (
                            <BookedNote booked={booked} />
                        ) : slot ? (
                            <DetailsForm booking={booking} slot={slot} />
                        ) : (
                            <SlotPicker
                                slots={booking.slots}
                                choose={booking.choose}
                                waiting={booking.holding}
                                problem={booking.holdProblem}
                            />
                        )}
                    </Stack>
                )}
            </Answered>
        </Outdoors>
    );
}
