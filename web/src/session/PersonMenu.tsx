import { Avatar, Group, Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconLogout, IconMail, IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useModel } from "../useModel";
import { session } from "./session";

/** Who is signed in, the colours, and the way out. */
export function PersonMenu() {
    const presence = useModel(session.presence);
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    if (!presence.signedIn) return null;
    const { actor, email } = presence.person;
    return (
        <Menu position="bottom-end" width={220}>
            <Menu.Target>
                <UnstyledButton aria-label={`${actor.name}, account`}>
                    <Group gap="xs" wrap="nowrap">
                        <Avatar name={actor.name} color="initials" size={32} alt="" />
                        <Text size="sm" fw={500} visibleFrom="xs">
                            {actor.name}
                        </Text>
                    </Group>
                </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Label>{email}</Menu.Label>
                <Menu.Item
                    leftSection={<IconSun size={16} />}
                    onClick={() => setColorScheme("light")}
                    disabled={colorScheme === "light"}
                >
                    Light
                </Menu.Item>
                <Menu.Item
                    leftSection={<IconMoon size={16} />}
                    onClick={() => setColorScheme("dark")}
                    disabled={colorScheme === "dark"}
                >
                    Dark
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                    leftSection={<IconMail size={16} />}
                    renderRoot={(props) => <Link {...props} to="/preferences" />}
                >
                    Mail preferences
                </Menu.Item>
                <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => session.signOut()}>
                    Sign out
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}
