import { Box, Container, Paper } from "@mantine/core";
import type { ReactNode } from "react";
import { Wordmark } from "./Wordmark";

/** A page for people without an account: nothing to sign in to, and nowhere to get lost. */
export function Outdoors({ title, size = "md", children }: { title: string; size?: string; children: ReactNode }) {
    return (
        <Container component="main" size={size} py={{ base: "md", sm: 48 }} px={{ base: "xs", sm: "md" }}>
            <title>{title}</title>
            <Box mb="md" px={4}>
                <Wordmark />
            </Box>
            <Paper withBorder p={{ base: "md", sm: "xl" }}>
                {children}
            </Paper>
        </Container>
    );
}
