import "@mantine/dates/styles.css";
import { Alert, Box, Button, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { RefusalNote } from "../look/RefusalNote";
import { ZonePicker } from "../look/ZonePicker";
import { asWallDay, type Day, type ShownSlot } from "./days";
import type { Slots } from "./useSlots";

interface Props {
    slots: Slots;
    choose: (slot: ShownSlot) => void;
    /** The one that is being asked for. */
    waiting: ShownSlot | undefined;
    problem: Error | null;
}

/** A day, then a time on it, on the clocks of whoever looks. */
export function SlotPicker({ slots, choose, waiting, problem }: Props) {
    const { days, day, today, month, lookAt, chooseDay, zone, setZone, searching } = slots;
    return (
        <Stack gap="md">
            <RefusalNote problem={problem ?? slots.problem} />
            <Box className="book-columns">
                <Stack gap="md" className="book-calendar">
                    <DatePicker
                        aria-label="Day"
                        size="md"
                        fullWidth
                        firstDayOfWeek={1}
                        hideOutsideDates
                        maxLevel="month"
                        minDate={today}
                        date={`${month}-01`}
                        onDateChange={(next) => lookAt(next.slice(0, 7))}
                        value={day?.date ?? null}
                        onChange={(next) => next && chooseDay(next)}
                        excludeDate={(date) => !days.has(date)}
                        getDayProps={(date) => ({ "data-free": days.has(date) || undefined })}
                        ariaLabels={{ nextMonth: "Next month", previousMonth: "Previous month" }}
                    />
                    <ZonePicker value={zone} onChange={setZone} />
                </Stack>
                <section className="book-times" aria-label="Times" aria-busy={searching}>
                    {day ? <Times day={day} choose={choose} waiting={waiting} /> : <NoTimes slots={slots} />}
                </section>
            </Box>
        </Stack>
    );
}

function Times({ day, choose, waiting }: { day: Day } & Pick<Props, "choose" | "waiting">) {
    return (
        <Stack gap="sm">
            <Title order={2} size="h3" aria-live="polite">
                {asWallDay(day.date)}
            </Title>
            {day.clocksChange && (
                <Alert color="yellow" variant="light" p="xs">
                    <Text size="sm">Clocks change on this day. The times are right for your zone.</Text>
                </Alert>
            )}
            <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs" component="ul" className="book-slots">
                {day.slots.map((slot) => (
                    <li key={slot.start}>
                        <Button
                            fullWidth
                            variant="default"
                            px={4}
                            loading={waiting?.start === slot.start}
                            onClick={() => choose(slot)}
                        >
                            {slot.label}
                        </Button>
                    </li>
                ))}
            </SimpleGrid>
        </Stack>
    );
}

const monthName = new Intl.DateTimeFormat(undefined, { month: "long", timeZone: "UTC" });

function NoTimes({ slots: { searching, month, later } }: { slots: Slots }) {
    if (searching)
        return (
            <Stack gap="sm" role="status" aria-label="Looking for free times">
                <Skeleton h={24} w="60%" />
                <Skeleton h={36} />
                <Skeleton h={36} />
                <Skeleton h={36} />
            </Stack>
        );
    return (
        <Stack gap="sm" align="flex-start" role="status">
            <Title order={2} size="h3">
                No free time in {monthName.format(new Date(`${month}-01T00:00Z`))}
            </Title>
            <Text size="sm" c="dimmed">
                The next month may have some.
            </Text>
            <Button variant="light" onClick={later}>
                Look at the next month
            </Button>
        </Stack>
    );
}
