import { Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** There is nothing here yet, and what to do about it. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
    return (
        <Paper withBorder p="xl">
            <Stack align="center" gap="xs" ta="center">
                <Text fw={600}>{title}</Text>
                <Text c="dimmed" size="sm" component="div" maw={460}>
                    {children}
                </Text>
            </Stack>
        </Paper>
    );
}
