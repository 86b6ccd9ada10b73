import { AppShell, Burger, Group, ScrollArea, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
    IconCalendar,
    IconClockHour9,
    IconListCheck,
    IconMailbox,
    IconMailForward,
    IconMailCog,
    IconStethoscope,
    IconSearch,
    IconUsers,
    IconUsersGroup,
    type Icon,
} from "@tabler/icons-react";
import { Outlet } from "@tanstack/react-router";
import { MenuLink, TextLink } from "./look/links";
import { Wordmark } from "./look/Wordmark";
import { PersonMenu } from "./session/PersonMenu";
import { session } from "./session/session";
import { useModel } from "./useModel";

const places: { to: string; word: string; icon: Icon }[] = [
    { to: "/agenda", word: "Agenda", icon: IconCalendar },
    { to: "/availability", word: "Availability", icon: IconClockHour9 },
    { to: "/host-pools", word: "Host pools", icon: IconUsersGroup },
    { to: "/leads", word: "Leads", icon: IconUsers },
    { to: "/questions", word: "Question sets", icon: IconListCheck },
    { to: "/search", word: "Search", icon: IconSearch },
    { to: "/deliveries", word: "Deliveries", icon: IconMailForward },
    { to: "/mailbox", word: "Mailbox", icon: IconMailbox },
    { to: "/templates", word: "Mail templates", icon: IconMailCog },
    { to: "/diagnosis", word: "Mail diagnosis", icon: IconStethoscope },
];

/** What stands around every page: where one can go, and who one is. */
export function Shell() {
    const [open, { toggle, close }] = useDisclosure();
    const presence = useModel(session.presence);
    // Mails hold guest links, which would let an auditor act.
    const roles = presence.signedIn ? presence.person.roles : [];
    const hidden = [roles.includes("auditor") ? "/mailbox" : "", roles.includes("admin") ? "" : "/diagnosis"];
    return (
        <AppShell
            header={{ height: 56 }}
            navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !open } }}
            padding={{ base: "sm", sm: "lg" }}
        >
            <AppShell.Header px="md">
                <Group h="100%" justify="space-between" wrap="nowrap">
                    <Group gap="xs" wrap="nowrap">
                        <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
                        <TextLink to="/agenda" className="unlined" aria-label="Parley, to the agenda">
                            <Wordmark />
                        </TextLink>
                    </Group>
                    <PersonMenu />
                </Group>
            </AppShell.Header>
            <AppShell.Navbar p="sm" aria-label="Pages">
                <ScrollArea>
                    <Stack gap={2}>
                        {places
                            .filter(({ to }) => !hidden.includes(to))
                            .map(({ to, word, icon: Sign }) => (
                                <MenuLink
                                    key={to}
                                    to={to}
                                    label={word}
                                    leftSection={<Sign size={18} stroke={1.6} aria-hidden />}
                                    activeProps={{ "data-active": true }}
                                    onClick={close}
                                />
                            ))}
                    </Stack>
                </ScrollArea>
            </AppShell.Navbar>
            <AppShell.Main>
                <Outlet />
            </AppShell.Main>
        </AppShell>
    );
}
