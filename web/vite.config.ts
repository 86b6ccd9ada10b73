import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.PARLEY_URL ?? "http://localhost:8080";

export default defineConfig({
    plugins: [react()],
    server: {
        port: 5173,
        proxy: {
            "/api": { target: server },
            "/signal": { target: server, ws: true },
        },
    },
    build: {
        outDir: "dist",
        target: "es2022",
        sourcemap: false,
        // A script in a data: address would break the content security policy.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 700,
    },
    test: {
        include: ["src/**/*.test.{ts,tsx}"],
        environment: "node",
        restoreMocks: true,
        // The build machine may be busy; no test waits on purpose.
        testTimeout: 90_000,
    },
});
