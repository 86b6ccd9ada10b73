import { Code, ScrollArea, Select, Stack, Tabs, Text } from "@mantine/core";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import type { Editing } from "./useTemplate";

/** The mail as its reader gets it, with a real meeting or a made-up one. */
export function PreviewPanel({ editing }: { editing: Editing }) {
    const { shown, previewProblem, meetings, meetingId, setMeetingId, faults } = editing;
    return (
        <Panel title="Preview">
            <Stack gap="sm">
                <Select
                    label="With the meeting"
                    placeholder="A made-up one"
                    data={meetings}
                    searchable
                    clearable
                    clearButtonProps={{ "aria-label": "With a made-up meeting" }}
                    value={meetingId ?? null}
                    onChange={(value) => setMeetingId(value ?? undefined)}
                />
                <RefusalNote problem={previewProblem} />
                {faults.length > 0 && (
                    <Text size="sm" role="status">
                        The preview comes back when what is marked at the fields is mended.
                    </Text>
                )}
                {shown && faults.length === 0 && (
                    <>
                        <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                            {shown.subject}
                        </Text>
                        <Tabs defaultValue="html">
                            <Tabs.List>
                                <Tabs.Tab value="html">Mail</Tabs.Tab>
                                <Tabs.Tab value="text">Text part</Tabs.Tab>
                            </Tabs.List>
                            <Tabs.Panel value="html" pt="sm">
                                {/* An empty sandbox: nothing in there runs, opens or asks. */}
                                <iframe title="Preview of the mail" sandbox="" srcDoc={shown.html} className="letter" />
                            </Tabs.Panel>
                            <Tabs.Panel value="text" pt="sm">
                                <ScrollArea.Autosize mah="60vh" viewportProps={{ tabIndex: 0 }}>
                                    <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                                        {shown.text}
                                    </Code>
                                </ScrollArea.Autosize>
                            </Tabs.Panel>
                        </Tabs>
                    </>
                )}
            </Stack>
        </Panel>
    );
}
