import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { answers } from "../answers";
import { colorScheme } from "../look/colorScheme";
import { theme } from "../theme";
import { outdoorRoutes, root } from "./routes";

const router = createRouter({ routeTree: root.addChildren(outdoorRoutes), scrollRestoration: true });

/** The pages for people without an account: small, because they are opened once and on any phone. */
export function App() {
    return (
        <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
            <QueryClientProvider client={answers}>
                <RouterProvider router={router as never} />
            </QueryClientProvider>
        </MantineProvider>
    );
}
