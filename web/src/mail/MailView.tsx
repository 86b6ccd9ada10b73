import { Code, Paper, ScrollArea, Stack, Tabs, Text, Title } from "@mantine/core";
import { asPreciseMoment } from "../look/moments";
import type { Mail } from "../wire/views/mails";

/** One mail: as its reader sees it, as text, and what the calendar gets. */
export function MailView({ mail: { from, to, subject, receivedAt, html, text, calendar } }: { mail: Mail }) {
    return (
        <Paper withBorder p="md" component="article" aria-label={subject}>
            <Stack gap="sm">
                <div>
                    <Title order={2} size="h3">
                        {subject}
                    </Title>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                        {from} to {to}, {asPreciseMoment(receivedAt)}
                    </Text>
                </div>
                <Tabs defaultValue={html ? "html" : "text"}>
                    <Tabs.List>
                        {html && <Tabs.Tab value="html">Mail</Tabs.Tab>}
                        <Tabs.Tab value="text">Plain text</Tabs.Tab>
                        {calendar && <Tabs.Tab value="calendar">Calendar part</Tabs.Tab>}
                    </Tabs.List>
                    {html && (
                        <Tabs.Panel value="html" pt="sm">
                            {/* No script runs in there; links open outside, where they work. */}
                            <iframe
                                title={`Mail: ${subject}`}
                                sandbox="allow-popups allow-popups-to-escape-sandbox"
                                srcDoc={`<base target="_blank">${html}`}
                                style={{
                                    width: "100%",
                                    height: "60vh",
                                    border: 0,
                                    background: "#fff",
                                    borderRadius: 8,
                                }}
                            />
                        </Tabs.Panel>
                    )}
                    <Tabs.Panel value="text" pt="sm">
                        <Raw text={text} />
                    </Tabs.Panel>
                    {calendar && (
                        <Tabs.Panel value="calendar" pt="sm">
                            <Raw text={calendar} />
                        </Tabs.Panel>
                    )}
                </Tabs>
            </Stack>
        </Paper>
    );
}

function Raw({ text }: { text: string }) {
    return (
        <ScrollArea.Autosize mah="60vh" viewportProps={{ tabIndex: 0 }}>
            <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                {text}
            </Code>
        </ScrollArea.Autosize>
    );
}
