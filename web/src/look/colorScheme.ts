import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

const kept = "parley.colours";
const isScheme = (value: string | null): value is MantineColorScheme =>
    value === "light" || value === "dark" || value === "auto";

/** Light or dark as chosen in this tab, otherwise as the machine has it. */
export const colorScheme: MantineColorSchemeManager = {
    get: (otherwise) => {
        const value = sessionStorage.getItem(kept);
        return isScheme(value) ? value : otherwise;
    },
    set: (value) => sessionStorage.setItem(kept, value),
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => sessionStorage.removeItem(kept),
};
