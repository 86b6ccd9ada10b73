import { Chip, Group, Input, NumberInput, Select, Stack } from "@mantine/core";
import { DateInput, DatePickerInput } from "@mantine/dates";
import { dayOf, type Frequency, weekdays } from "./recurrence";
import type { Scheduling } from "./useScheduling";

const frequencies = [
    { value: "never", label: "Does not repeat" },
    { value: "DAILY", label: "Daily" },
    { value: "WEEKLY", label: "Weekly" },
    { value: "MONTHLY", label: "Monthly" },
];
const units: Record<Frequency, string> = { DAILY: "days", WEEKLY: "weeks", MONTHLY: "months" };

/** Whether the meeting comes again, how often, and when not. */
export function RepeatFields({ scheduling: { form } }: { scheduling: Scheduling }) {
    const { every, ends } = form.values.repeats;
    return (
        <Stack gap="xs">
            <Select label="Repeats" data={frequencies} allowDeselect={false} {...form.getInputProps("repeats.every")} />
            {every !== "never" && (
                <>
                    <Group grow align="flex-start" gap="xs">
                        <NumberInput
                            label={`Every (${units[every]})`}
                            min={1}
                            max={99}
                            {...form.getInputProps("repeats.interval")}
                        />
                        <Select
                            label="Ends"
                            data={[
                                { value: "count", label: "After some meetings" },
                                { value: "until", label: "On a certain day" },
                            ]}
                            allowDeselect={false}
                            {...form.getInputProps("repeats.ends")}
                        />
                    </Group>
                    {every === "WEEKLY" && <Days form={form} />}
                    <Group grow align="flex-start" gap="xs">
                        {ends === "count" ? (
                            <NumberInput
                                label="Meetings in all"
                                min={2}
                                max={60}
                                {...form.getInputProps("repeats.count")}
                            />
                        ) : (
                            <DateInput
                                label="Last day"
                                valueFormat="YYYY-MM-DD"
                                firstDayOfWeek={1}
                                minDate={form.values.date}
                                {...form.getInputProps("repeats.until")}
                            />
                        )}
                        <DatePickerInput
                            type="multiple"
                            label="Not on these days"
                            placeholder="None left out"
                            valueFormat="YYYY-MM-DD"
                            firstDayOfWeek={1}
                            minDate={form.values.date}
                            clearable
                            clearButtonProps={{ "aria-label": "Leave no day out" }}
                            {...form.getInputProps("repeats.skip")}
                        />
                    </Group>
                </>
            )}
        </Stack>
    );
}

function Days({ form }: Pick<Scheduling, "form">) {
    const first = dayOf(form.values.date);
    const { value = [], onChange } = form.getInputProps("repeats.days") as {
        value?: string[];
        onChange: (days: string[]) => void;
    };
    return (
        <Input.Wrapper label="On" labelElement="div">
            <Chip.Group multiple value={[...value, first]} onChange={onChange}>
                <Group gap={6} role="group" aria-label="Days of the week" mt={4}>
                    {weekdays.map(([day, name]) => (
                        <Chip key={day} value={day} size="sm" disabled={day === first}>
                            {name.slice(0, 3)}
                            <span className="unseen">{name.slice(3)}</span>
                        </Chip>
                    ))}
                </Group>
            </Chip.Group>
        </Input.Wrapper>
    );
}
