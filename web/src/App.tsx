import "@mantine/notifications/styles.css";
import "@mantine/dates/styles.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { colorScheme } from "./look/colorScheme";
import { answers } from "./answers";
import { router } from "./routes";
import { theme } from "./theme";

export function App() {
    return (
        <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
            <Notifications position="bottom-center" />
            <QueryClientProvider client={answers}>
                <RouterProvider router={router} />
            </QueryClientProvider>
        </MantineProvider>
    );
}
