import { Group, Text } from "@mantine/core";

/** The name, with its mark. */
export function Wordmark() {
    return (
        <Group gap={8} wrap="nowrap">
            <img src="/favicon.svg" alt="" width={26} height={26} />
            <Text fw={700} size="lg" component="span">
                Parley
            </Text>
        </Group>
    );
}
