import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { Panel } from "../look/Panel";
import { HoursInput } from "./HoursInput";
import type { Editing } from "./useAvailability";
import { nextHours } from "./week";

/** Days that differ from the ordinary week: holidays, and a Saturday that is worked. */
export function SpecialDaysPanel({ editing: { form } }: { editing: Editing }) {
    const days = form.values.overrides;
    const set = (at: number, part: Partial<(typeof days)[number]>) => {
        form.clearErrors();
        form.setFieldValue(
            "overrides",
            days.map((day, other) => (other === at ? { ...day, ...part } : day)),
        );
    };
    return (
        <Panel title="Special days">
            <Stack gap="sm">
                {days.length === 0 && (
                    <Text size="sm" c="dimmed">
                        Holidays, and days with other hours, go here.
                    </Text>
                )}
                {days.map(({ date, hours }, at) => (
                    <Group key={at} role="group" aria-label={`Special day ${date}`} gap="sm" align="flex-start">
                        <DateInput
                            size="sm"
                            w={140}
                            aria-label={`Date of special day ${at + 1}`}
                            valueFormat="YYYY-MM-DD"
                            firstDayOfWeek={1}
                            value={date}
                            error={form.errors[`overrides.${at}`]}
                            onChange={(next) => next && set(at, { date: next })}
                        />
                        {hours.length === 0 ? (
                            <Text size="sm" c="dimmed" pt={7} w={160}>
                                Not available
                            </Text>
                        ) : (
                            <HoursInput
                                of={date}
                                hours={hours}
                                error={() => null}
                                onChange={(next) => set(at, { hours: next })}
                            />
                        )}
                        <Group gap={2} wrap="nowrap">
                            <Button
                                size="compact-sm"
                                mt={4}
                                variant="subtle"
                                leftSection={<IconPlus size={14} aria-hidden />}
                                aria-label={`Add hours on ${date}`}
                                onClick={() => set(at, { hours: [...hours, nextHours(hours)] })}
                            >
                                Hours
                            </Button>
                            <ActionIcon
                                mt={4}
                                variant="subtle"
                                color="red"
                                aria-label={`Remove special day ${date}`}
                                onClick={() => form.removeListItem("overrides", at)}
                            >
                                <IconTrash size={16} aria-hidden />
                            </ActionIcon>
                        </Group>
                    </Group>
                ))}
                <Button
                    variant="light"
                    size="xs"
                    style={{ alignSelf: "flex-start" }}
                    leftSection={<IconPlus size={14} aria-hidden />}
                    onClick={() => form.insertListItem("overrides", { date: tomorrow(), hours: [] })}
                >
                    Add a special day
                </Button>
            </Stack>
        </Panel>
    );
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
