import { Container, Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { RefusalNote } from "../look/RefusalNote";
import { Wordmark } from "../look/Wordmark";
import { identities } from "./identities";
import { session } from "./session";

/** The demo's door: pick who you are. */
export function SignIn() {
    const signIn = useMutation({ mutationFn: (user: string) => session.signIn(user) });
    return (
        <Container component="main" size={480} py={{ base: "xl", sm: 80 }}>
            <Stack gap="lg">
                <Wordmark />
                <div>
                    <Title order={1}>Who are you today?</Title>
                    <Text c="dimmed" mt={4}>
                        This is the demo. Pick a person; no password is needed.
                    </Text>
                </div>
                <RefusalNote problem={signIn.error} />
                <Stack gap="xs">
                    {identities.map(({ user, name, does }) => (
                        <UnstyledButton
                            key={user}
                            disabled={signIn.isPending}
                            aria-label={`Sign in as ${user}`}
                            onClick={() => signIn.mutate(user)}
                        >
                            <Paper withBorder p="md" className="lifts">
                                <Text fw={600}>{name}</Text>
                                <Text size="sm" c="dimmed">
                                    {user} · {does}
                                </Text>
                            </Paper>
                        </UnstyledButton>
                    ))}
                </Stack>
            </Stack>
        </Container>
    );
}
