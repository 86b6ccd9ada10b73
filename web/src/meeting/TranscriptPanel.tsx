import { Button, Group, Menu, Stack, Text, TextInput } from "@mantine/core";
import { IconDownload, IconSearch } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered } from "../look/Answered";
import { Panel } from "../look/Panel";
import { save } from "../look/save";
import { exportTranscript } from "../wire/commands";
import { transcript } from "../wire/queries";
import type { Id } from "../wire/views/ids";
import { TranscriptLineView } from "./TranscriptLineView";

const forms = [
    { label: "Text", type: "text/plain", ending: "txt" },
    { label: "WebVTT captions", type: "text/vtt", ending: "vtt" },
    { label: "SubRip captions", type: "application/x-subrip", ending: "srt" },
    { label: "JSON", type: "application/json", ending: "json" },
];

/** Everything that was said, to search, to take along, and to point at. */
export function TranscriptPanel({ meetingId, segment }: { meetingId: Id; segment: Id | undefined }) {
    const query = useQuery(transcript(meetingId));
    const [wanted, setWanted] = useState("");
    const take = useMutation({
        mutationFn: async ({ type, ending }: (typeof forms)[number]) =>
            save(`transcript-${meetingId}.${ending}`, await exportTranscript(meetingId, type), type),
    });
    const matches = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase());
    return (
        <Panel
            title="Transcript"
            actions={
                <Group gap="xs">
                    <TextInput
                        size="xs"
                        aria-label="Search in this transcript"
                        placeholder="Search in this transcript"
                        leftSection={<IconSearch size={14} aria-hidden />}
                        value={wanted}
                        onChange={(event) => setWanted(event.currentTarget.value)}
                    />
                    <Menu>
                        <Menu.Target>
                            <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
                                Download
                            </Button>
                        </Menu.Target>
                        <Menu.Dropdown>
                            {forms.map((form) => (
                                <Menu.Item key={form.ending} onClick={() => take.mutate(form)}>
                                    {form.label}
                                </Menu.Item>
                            ))}
                        </Menu.Dropdown>
                    </Menu>
                </Group>
            }
        >
            <Answered query={query}>
                {(lines) => {
                    const shown = lines.filter(({ text, speakerName }) => matches(text) || matches(speakerName));
                    return (
                        <Stack gap="xs">
                            {shown.map((line) => (
                                <TranscriptLineView
                                    key={line.segmentId}
                                    meetingId={meetingId}
                                    line={line}
                                    pointedAt={line.segmentId === segment}
                                    wanted={wanted}
                                />
                            ))}
                            {shown.length === 0 && (
                                <Text size="sm" c="dimmed">
                                    {lines.length === 0 ? "Nothing has been said yet." : "Nobody said that."}
                                </Text>
                            )}
                        </Stack>
                    );
                }}
            </Answered>
        </Panel>
    );
}
