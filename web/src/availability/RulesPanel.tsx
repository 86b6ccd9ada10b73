import { NumberInput, Select, SimpleGrid } from "@mantine/core";
import { Panel } from "../look/Panel";
import type { Editing } from "./useAvailability";

const steps = ["5", "10", "15", "20", "30", "60"].map((value) => ({ value, label: `every ${value} minutes` }));
const notices = [
    ["0", "none"],
    ["60", "1 hour"],
    ["120", "2 hours"],
    ["240", "4 hours"],
    ["720", "12 hours"],
    ["1440", "1 day"],
    ["2880", "2 days"],
    ["10080", "1 week"],
].map(([value = "", label = ""]) => ({ value, label }));

const withOwn = (choices: { value: string; label: string }[], own: number) =>
    choices.some(({ value }) => value === String(own))
        ? choices
        : [...choices, { value: String(own), label: `${own} minutes` }];

/** How soon, how far ahead, how often, how many. */
export function RulesPanel({ editing: { form } }: { editing: Editing }) {
    const { minimumNoticeMinutes, stepMinutes } = form.values;
    return (
        <Panel title="Rules">
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                <Select
                    label="Notice before a booking"
                    data={withOwn(notices, minimumNoticeMinutes)}
                    allowDeselect={false}
                    value={String(minimumNoticeMinutes)}
                    error={form.errors["minimumNoticeMinutes"]}
                    onChange={(value) => form.setFieldValue("minimumNoticeMinutes", Number(value))}
                />
                <NumberInput
                    label="Bookable ahead"
                    suffix=" days"
                    min={1}
                    max={730}
                    {...form.getInputProps("horizonDays")}
                />
                <Select
                    label="Meetings may begin"
                    data={withOwn(steps, stepMinutes)}
                    allowDeselect={false}
                    value={String(stepMinutes)}
                    error={form.errors["stepMinutes"]}
                    onChange={(value) => form.setFieldValue("stepMinutes", Number(value))}
                />
                <span />
                <NumberInput
                    label="At most a day"
                    placeholder="no limit"
                    min={1}
                    max={100}
                    {...form.getInputProps("mostPerDay")}
                />
                <NumberInput
                    label="At most a week"
                    placeholder="no limit"
                    min={1}
                    max={100}
                    {...form.getInputProps("mostPerWeek")}
                />
            </SimpleGrid>
        </Panel>
    );
}
