import { Group, Progress, Stack, Text } from "@mantine/core";
import type { Band } from "../wire/views/leads";

export const bandColors: Record<Band, string> = { hot: "orange", warm: "yellow", cold: "blue" };

/** One axis of a score, as a bar from 0 to 100. */
export function Axis({ name, value, size = "sm" }: { name: string; value: number | null; size?: "sm" | "lg" }) {
    return (
        <Stack gap={2}>
            <Group justify="space-between" gap="xs">
                <Text size={size === "lg" ? "sm" : "xs"} c="dimmed">
                    {name}
                </Text>
                <Text size={size === "lg" ? "md" : "xs"} fw={600}>
                    {value ?? "–"}
                </Text>
            </Group>
            <Progress
                value={value ?? 0}
                size={size === "lg" ? "md" : "xs"}
                aria-label={`${name} ${value ?? "unknown"} of 100`}
            />
        </Stack>
    );
}
