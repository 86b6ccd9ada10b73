import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
    title: string;
    lead?: ReactNode;
    actions?: ReactNode;
    children: ReactNode;
}

/** A page: one title, what can be done here, and the rest. */
export function Page({ title, lead, actions, children }: Props) {
    return (
        <Box maw={1240} mx="auto" pb="xl">
            <title>{`${title} · Parley`}</title>
            <Group justify="space-between" align="flex-end" mb="md" gap="sm">
                <Box miw={0} flex="1 1 16rem">
                    <Title order={1} style={{ overflowWrap: "anywhere" }}>
                        {title}
                    </Title>
                    {lead && (
                        <Text c="dimmed" size="sm" component="div" mt={2}>
                            {lead}
                        </Text>
                    )}
                </Box>
                {actions && <Group gap="xs">{actions}</Group>}
            </Group>
            {children}
        </Box>
    );
}
