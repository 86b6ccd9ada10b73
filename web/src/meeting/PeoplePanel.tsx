import { Avatar, Badge, Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "../look/Panel";
import { guestLinks } from "../wire/queries";
import type { InviteeLine, MeetingPage } from "../wire/views/meetings";

/** Who is invited, whether they are here, and the links that let them in. */
export function PeoplePanel({ meeting: { meetingId, invitees }, over }: { meeting: MeetingPage; over: boolean }) {
    const links = useQuery({ ...guestLinks(meetingId), enabled: !over });
    const linkOf = (id: string) => links.data?.find(({ participantId }) => participantId === id)?.joinUrl;
    return (
        <Panel title="People">
            <Stack gap="sm">
                {invitees.map((invitee) => (
                    <Person key={invitee.participantId} invitee={invitee} link={linkOf(invitee.participantId)} />
                ))}
            </Stack>
        </Panel>
    );
}

function Person({
    invitee: { name, email, role, inRoom, consented, response },
    link,
}: {
    invitee: InviteeLine;
    link: string | undefined;
}) {
    return (
        <Group gap="sm" wrap="nowrap" align="flex-start">
            <Avatar name={name} color="initials" size={34} alt="" />
            <Stack gap={2} miw={0} flex={1}>
                <Group gap={6}>
                    <Text size="sm" fw={600}>
                        {name}
                    </Text>
                    <Badge size="sm" color="gray">
                        {role}
                    </Badge>
                    {response && (
                        <Badge size="sm" color={response === "accepted" ? "pine" : "yellow"}>
                            {response}
                        </Badge>
                    )}
                    {inRoom && <Badge size="sm">in the room</Badge>}
                    {consented && (
                        <Badge size="sm" color="blue">
                            agreed to transcription
                        </Badge>
                    )}
                </Group>
                <Text size="xs" c="dimmed" truncate>
                    {email}
                </Text>
                {link && (
                    <CopyButton value={link}>
                        {({ copied, copy }) => (
                            <Button
                                size="compact-xs"
                                variant="subtle"
                                style={{ alignSelf: "flex-start" }}
                                data-link={link}
                                leftSection={
                                    copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                                }
                                aria-label={`${copied ? "Copied" : "Copy"} guest link of ${name}`}
                                onClick={copy}
                            >
                                {copied ? "Copied" : "Copy guest link"}
                            </Button>
                        )}
                    </CopyButton>
                )}
            </Stack>
        </Group>
    );
}
