import { Alert, Radio, Stack } from "@mantine/core";
import { asZoned } from "../look/moments";
import { hereZone, type Reading, type Slot } from "./slots";

interface Props {
    slot: Slot;
    zone: string;
    reading: Reading | undefined;
    onChoose: (reading: Reading) => void;
}

/** Says when clocks change over the chosen time, and offers both readings. */
export function ClockChangeNote({ slot, zone, reading, onChoose }: Props) {
    if (slot.kind === "plain") return null;
    const [title, readings] =
        slot.kind === "gap"
            ? ["Clocks jump over this time on that day", [slot.later, slot.earlier]]
            : ["Clocks show this time twice on that day", [slot.first, slot.second]];
    const words = ({ local, offset, instant }: Reading) =>
        `${local.slice(11)} at UTC${offset.replace("-", "−")} in ${zone}, for you ${asZoned(instant, hereZone())}`;
    return (
        <Alert color="yellow" variant="light" title={title} role="status">
            <Radio.Group
                label="Which one is meant?"
                value={reading?.instant ?? null}
                onChange={(instant) => {
                    const wanted = readings.find((one) => one.instant === instant);
                    if (wanted) onChoose(wanted);
                }}
            >
                <Stack gap="xs">
                    {readings.map((one) => (
                        <Radio key={one.instant} value={one.instant} label={words(one)} />
                    ))}
                </Stack>
            </Radio.Group>
        </Alert>
    );
}
