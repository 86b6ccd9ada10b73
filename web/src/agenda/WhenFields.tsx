import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { DateInput, TimeInput } from "@mantine/dates";
import { IconBolt } from "@tabler/icons-react";
import { asZoned } from "../look/moments";
import { ClockChangeNote } from "./ClockChangeNote";
import { hereZone } from "./slots";
import type { Scheduling } from "./useScheduling";
import { ZonePicker } from "../look/ZonePicker";

const durations = ["15", "20", "30", "45", "60", "90", "120"].map((value) => ({ value, label: `${value} minutes` }));

/** The wall clock that people agree on, where it hangs, and how long. */
export function WhenFields({ scheduling: { form, slot, reading, choose, startNow } }: { scheduling: Scheduling }) {
    const elsewhere = form.values.zone !== hereZone();
    return (
        <Stack gap="xs">
            <Group grow align="flex-start" gap="xs" preventGrowOverflow={false}>
                <DateInput label="Date" valueFormat="YYYY-MM-DD" firstDayOfWeek={1} {...form.getInputProps("date")} />
                <TimeInput label="Time" {...form.getInputProps("time")} />
            </Group>
            <Group grow align="flex-start" gap="xs">
                <ZonePicker {...form.getInputProps("zone")} value={form.values.zone} />
                <Select
                    label="Duration"
                    data={durations}
                    allowDeselect={false}
                    {...form.getInputProps("durationMinutes")}
                />
            </Group>
            <Button
                variant="subtle"
                size="compact-sm"
                style={{ alignSelf: "flex-start" }}
                leftSection={<IconBolt size={14} aria-hidden />}
                disabled={!startNow}
                onClick={startNow}
            >
                Starts now
            </Button>
            {slot && <ClockChangeNote slot={slot} zone={form.values.zone} reading={reading} onChoose={choose} />}
            {elsewhere && reading && (
                <Text size="sm" c="dimmed">
                    For you that is {asZoned(reading.instant, hereZone())}.
                </Text>
            )}
        </Stack>
    );
}
