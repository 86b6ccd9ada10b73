import { ActionIcon, Button, Group, Stack, Text, Tooltip } from "@mantine/core";
import { IconCopy, IconPlus } from "@tabler/icons-react";
import { Panel } from "../look/Panel";
import { inWords } from "../look/words";
import { ZonePicker } from "../look/ZonePicker";
import type { Weekday } from "../wire/booking";
import { HoursInput } from "./HoursInput";
import type { Editing } from "./useAvailability";
import { weekdays } from "./week";

/** The hours of an ordinary week. */
export function WeekPanel({ editing }: { editing: Editing }) {
    const { form } = editing;
    return (
        <Panel title="Weekly hours">
            <Stack gap="sm">
                <ZonePicker
                    label="Hours are on the clocks of"
                    value={form.values.zone}
                    onChange={(zone) => form.setFieldValue("zone", zone)}
                    error={form.errors["zone"]}
                    maw={360}
                />
                {weekdays.map((day) => (
                    <DayRow key={day} day={day} editing={editing} />
                ))}
            </Stack>
        </Panel>
    );
}

function DayRow({ day, editing }: { day: Weekday; editing: Editing }) {
    const { form, setDay, addHours, likeOnWorkdays } = editing;
    const hours = form.values.week[day];
    const name = inWords(day);
    return (
        <Group component="div" role="group" aria-label={name} gap="sm" align="flex-start" className="day-row">
            <Text fw={600} size="sm" w={92} pt={7}>
                {name}
            </Text>
            {hours.length === 0 ? (
                <Text size="sm" c="dimmed" pt={7} w={262}>
                    Not available
                </Text>
            ) : (
                <HoursInput
                    of={name}
                    hours={hours}
                    error={(at) => form.errors[`${day}.${at}`]}
                    onChange={(next) => setDay(day, next)}
                />
            )}
            <Group gap={2} wrap="nowrap">
                <Button
                    size="compact-sm"
                    mt={4}
                    variant="subtle"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    aria-label={`Add hours on ${name}`}
                    onClick={() => addHours(day)}
                >
                    Add
                </Button>
                {day === "monday" && (
                    <Tooltip label="The same from Tuesday to Friday">
                        <ActionIcon
                            mt={4}
                            variant="subtle"
                            aria-label="Copy Monday to all working days"
                            onClick={() => likeOnWorkdays(day)}
                        >
                            <IconCopy size={16} aria-hidden />
                        </ActionIcon>
                    </Tooltip>
                )}
            </Group>
        </Group>
    );
}
