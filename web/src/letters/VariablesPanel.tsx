import { Code, Stack, Text } from "@mantine/core";
import { Panel } from "../look/Panel";
import type { Template } from "../wire/letters";

/** The words that are filled in. */
export function VariablesPanel({ template: { variables, parts, mandatory } }: { template: Template }) {
    return (
        <Panel title="What can be filled in">
            <Stack gap={6}>
                {variables.map(({ name, means }) => (
                    <Text key={name} size="sm">
                        <Code>{`{{${name}}}`}</Code> {means}
                        {mandatory.includes(name) && " (must be there)"}
                    </Text>
                ))}
                {parts.length > 0 && (
                    <Text size="sm">
                        Ready-made parts:{" "}
                        {parts.map((part) => (
                            <Code key={part} mr={4}>
                                {`{{>${part}}}`}
                            </Code>
                        ))}
                    </Text>
                )}
            </Stack>
        </Panel>
    );
}
