import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Imports go one way: wire -> model (*.ts) -> view (*.tsx) -> App. A feature folder imports no other feature folder.
const features = [
    "session",
    "agenda",
    "meeting",
    "questions",
    "room",
    "leads",
    "search",
    "mail",
    "audit",
    "book",
    "availability",
    "letters",
    "pools",
];
const app = "^(\\.\\./)+(App|Shell|routes|main)(\\.|$)";

const forbid = (...patterns) => ({
    "no-restricted-imports": ["error", { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});
const others = (own) => [
    `^(\\.\\./)+(${features.filter((feature) => feature !== own).join("|")})(/|$)`,
    "A feature does not import another feature; what two need belongs to wire or look.",
];
const upwards = [app, "Nothing imports the app but the app."];
const noReact = ["^(react|react-dom|@mantine/.*)$", "Behaviour lives outside React."];
const noWires = [
    "^(\\.\\./)+wire/(http|live|socket)(\\.|$)",
    "A view has no fetch, no timer and no socket; a model has.",
];

const side = (name, message) => ({ name, message });
const quiet = [
    side("fetch", "A view has no fetch."),
    side("setTimeout", "A view has no timer."),
    side("setInterval", "A view has no timer."),
    side("WebSocket", "A view has no socket."),
    side("EventSource", "A view has no socket."),
];

export default tseslint.config(
    { ignores: ["dist", "target", "node_modules"] },
    js.configs.recommended,
    ...tseslint.configs.strict,
    {
        rules: {
            "no-undef": "off",
            "no-restricted-properties": ["error", { object: "window", property: "localStorage" }],
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
            "max-lines": ["error", { max: 300, skipBlankLines: true }],
            // A switch over all frames is one decision.
            complexity: ["error", { max: 12, variant: "modified" }],
        },
    },
    {
        files: ["src/**/*.{ts,tsx}"],
        plugins: { "react-hooks": reactHooks },
        rules: {
            "react-hooks/rules-of-hooks": "error",
            "react-hooks/exhaustive-deps": "error",
            "no-restricted-globals": ["error", side("localStorage", "Nothing is kept in localStorage.")],
        },
    },
    {
        files: ["src/wire/**"],
        rules: forbid([`^(\\.\\./)+(${features.join("|")}|look)(/|$)`, "wire knows no feature."], upwards, noReact),
    },
    {
        files: ["src/look/**"],
        ignores: ["**/*.fixture.tsx"],
        rules: forbid([`^(\\.\\./)+(${features.join("|")})(/|$)`, "look knows no feature."], upwards, noWires),
    },
    ...features.flatMap((feature) => [
        {
            files: [`src/${feature}/**/*.ts`],
            ignores: ["**/use*.ts"],
            rules: forbid(others(feature), upwards, noReact),
        },
        { files: [`src/${feature}/**/use*.ts`], rules: forbid(others(feature), upwards) },
        { files: [`src/${feature}/**/*.tsx`], rules: forbid(others(feature), upwards, noWires) },
    ]),
    {
        files: ["src/**/*.tsx"],
        ignores: ["**/*.test.tsx"],
        rules: {
            "no-restricted-globals": ["error", side("localStorage", "Nothing is kept in localStorage."), ...quiet],
        },
    },
);
