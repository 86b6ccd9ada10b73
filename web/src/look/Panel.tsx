import { Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A part of a page that answers one question. */
export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
    return (
        <Paper withBorder p="md" component="section" aria-label={title}>
            <Group justify="space-between" mb="sm" gap="xs">
                <Title order={2} size="h3">
                    {title}
                </Title>
                {actions}
            </Group>
            {children}
        </Paper>
    );
}
