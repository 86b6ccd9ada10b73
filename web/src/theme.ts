/** The one place for colours, spacing and type. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
    "#eef7f5",
    "#dcebe8",
    "#b3d7d0",
    "#87c2b7",
    "#63b0a3",
    "#4ca596",
    "#3f9f8f",
    "#2f8a7b",
    "#1f6f67",
    "#0d5c53",
];

export const theme = createTheme({
    colors: { pine },
    primaryColor: "pine",
    primaryShade: 8,
    autoContrast: true,
    luminanceThreshold: 0.35,
    defaultRadius: "md",
    cursorType: "pointer",
    respectReducedMotion: true,
    fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
    headings: {
        fontWeight: "650",
        sizes: { h1: { fontSize: "1.6rem" }, h2: { fontSize: "1.2rem" }, h3: { fontSize: "1.02rem" } },
    },
    components: {
        Avatar: { defaultProps: { allowedInitialsColors: ["pine", "blue", "violet", "grape", "indigo"] } },
        Paper: { defaultProps: { radius: "md" } },
        Badge: { defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 600 } },
        Drawer: { defaultProps: { position: "right", size: "lg" } },
        SegmentedControl: { defaultProps: { withItemsBorders: false } },
        Tooltip: { defaultProps: { openDelay: 300 } },
    },
});
