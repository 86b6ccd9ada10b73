import { Button, Group, Stack, Text } from "@mantine/core";
import { asMoment } from "../look/moments";
import { Panel } from "../look/Panel";
import type { Template } from "../wire/letters";
import type { Editing } from "./useTemplate";

/** What was in force before. */
export function VersionsPanel({
    template: { versions, version },
    editing: { takeEarlier },
}: {
    template: Template;
    editing: Editing;
}) {
    if (versions.length === 0) return null;
    return (
        <Panel title="Versions">
            <Stack gap={4}>
                {versions.map((one) => (
                    <Group key={one.version} justify="space-between" gap="xs">
                        <Text size="sm">
                            {one.version}
                            {one.version === version && " (in force)"}
                            {!one.custom && ", as shipped"} · {asMoment(one.publishedAt)} · {one.publishedBy}
                        </Text>
                        {one.version !== version && (
                            <Button
                                size="compact-xs"
                                variant="subtle"
                                aria-label={`Take the words of version ${one.version}`}
                                onClick={() => void takeEarlier(one.version)}
                            >
                                Take these words
                            </Button>
                        )}
                    </Group>
                ))}
            </Stack>
        </Panel>
    );
}
