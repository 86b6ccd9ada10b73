import { Badge, Box, Grid, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered } from "../look/Answered";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { mailbox } from "../wire/queries";
import type { Mail } from "../wire/views/mails";
import { MailView } from "./MailView";

/** The demo's mailbox: every mail that left the house, as its reader would see it. */
export function MailboxPage() {
    const query = useQuery(mailbox());
    const [chosen, setChosen] = useState<string>();
    return (
        <Page title="Mailbox" lead="A demo sends no real mail: everything ends here.">
            <Answered query={query}>
                {(mails) => {
                    const shown = mails.find(({ id }) => id === chosen) ?? mails[0];
                    return shown ? (
                        <Grid gap="md">
                            <Grid.Col span={{ base: 12, md: 4 }}>
                                <Box style={{ overflowY: "auto" }} mah={{ base: "40dvh", md: "calc(100dvh - 11rem)" }}>
                                    <Stack
                                        gap="xs"
                                        component="ul"
                                        p={0}
                                        m={0}
                                        style={{ listStyle: "none" }}
                                        aria-label="Mails"
                                    >
                                        {mails.map((mail) => (
                                            <li key={mail.id}>
                                                <Envelope
                                                    mail={mail}
                                                    open={mail === shown}
                                                    onOpen={() => setChosen(mail.id)}
                                                />
                                            </li>
                                        ))}
                                    </Stack>
                                </Box>
                            </Grid.Col>
                            <Grid.Col span={{ base: 12, md: 8 }}>
                                <MailView key={shown.id} mail={shown} />
                            </Grid.Col>
                        </Grid>
                    ) : (
                        <Nothing title="No mail yet">Schedule a meeting, and the invitation arrives here.</Nothing>
                    );
                }}
            </Answered>
        </Page>
    );
}

function Envelope({
    mail: { to, subject, receivedAt, kind },
    open,
    onOpen,
}: {
    mail: Mail;
    open: boolean;
    onOpen: () => void;
}) {
    return (
        <UnstyledButton w="100%" onClick={onOpen} aria-current={open || undefined}>
            <Paper
                withBorder
                p="sm"
                className="lifts"
                style={{ borderColor: open ? "var(--mantine-primary-color-filled)" : undefined }}
            >
                <Group justify="space-between" gap="xs" wrap="nowrap">
                    <Text size="sm" fw={600} truncate>
                        {subject}
                    </Text>
                    {kind && (
                        <Badge size="xs" color="gray" style={{ flexShrink: 0 }}>
                            {kind}
                        </Badge>
                    )}
                </Group>
                <Text size="xs" c="dimmed" truncate>
                    to {to} · {asMoment(receivedAt)}
                </Text>
            </Paper>
        </UnstyledButton>
    );
}
