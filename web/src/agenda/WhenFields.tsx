import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { DateInput, TimeInput } from "@mantine/dates";
import { IconBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { asZoned } from "../look/moments";
import { zones as zonesQuery } from "../wire/queries";
import { ClockChangeNote } from "./ClockChangeNote";
import { hereZone } from "./slots";
import type { Scheduling } from "./useScheduling";
import { findZones, type ZoneChoice, zoneChoices } from "../look/zones";

const durations = ["15", "20", "30", "45", "60", "90", "120"].map((value) => ({ value, label: `${value} minutes` }));

/** The wall clock that people agree on, where it hangs, and how long. */
export function WhenFields({ scheduling: { form, slot, reading, choose, startNow } }: { scheduling: Scheduling }) {
    const served = useQuery(zonesQuery()).data?.zones;
    const zones = useMemo(() => zoneChoices(hereZone(), served), [served]);
    const elsewhere = form.values.zone !== hereZone();
    return (
        <Stack gap="xs">
            <Group grow align="flex-start" gap="xs" preventGrowOverflow={false}>
                <DateInput label="Date" valueFormat="YYYY-MM-DD" firstDayOfWeek={1} {...form.getInputProps("date")} />
                <TimeInput label="Time" {...form.getInputProps("time")} />
            </Group>
            <Group grow align="flex-start" gap="xs">
                <Select
                    label="Time zone"
                    placeholder="Search by city"
                    data={zones}
                    searchable
                    limit={60}
                    allowDeselect={false}
                    filter={({ options, search }) => findZones(options as ZoneChoice[], search)}
                    nothingFoundMessage="No such city here; try a larger one in the same zone."
                    {...form.getInputProps("zone")}
                />
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
