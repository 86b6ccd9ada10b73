// Plays people in real browsers against a running server.
//   node e2e/run.mjs --url http://localhost:8080 [--only story,axe] [--headed]
// Prints one line per check and "N passed, N failed" at the end.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { runnerImport } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
    options: {
        url: { type: "string", default: process.env.PARLEY_URL ?? "http://localhost:8080" },
        only: { type: "string", default: "" },
        headed: { type: "boolean", default: false },
    },
});
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) {
    console.error(`There is no browser at ${executablePath}; say where with CHROMIUM.`);
    process.exit(1);
}
const wanted = values.only.split(",").filter(Boolean);
const specs = readdirSync(here)
    .filter((file) => file.endsWith(".spec.ts"))
    .filter((file) => wanted.length === 0 || wanted.includes(file.replace(".spec.ts", "")))
    .sort();

const pictures = join(here, "../target/e2e");
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
    executablePath,
    headless: !values.headed,
    args: [
        "--no-sandbox",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required",
    ],
});
let passed = 0;
let failed = 0;

for (const file of specs) {
    const { module } = await runnerImport(join(here, file), {
        configFile: false,
        logLevel: "error",
        root: join(here, ".."),
    });
    const pages = [];
    const open = async (options = {}, prepare = async () => {}) => {
        const context = await browser.newContext({
            baseURL: values.url,
            viewport: { width: 1440, height: 900 },
            locale: "en-GB",
            permissions: ["camera", "microphone"],
            ...options,
        });
        await prepare(context);
        const page = await context.newPage();
        page.setDefaultTimeout(30_000);
        page.on("pageerror", (broken) => console.log(`  (page) ${broken.message}`));
        pages.push(page);
        return page;
    };
    let broken = false;
    const check = async (sentence, work) => {
        const name = `${file.replace(".spec.ts", "")}: ${sentence}`;
        try {
            // What builds on something broken would only repeat the same news.
            if (broken) throw new Error("not tried, because an earlier step failed");
            await work();
            passed++;
            console.log(`ok     ${name}`);
        } catch (problem) {
            broken = true;
            failed++;
            console.log(`FAILED ${name}\n       ${String(problem.message).split("\n").slice(0, 6).join("\n       ")}`);
            for (const [number, page] of pages.entries())
                await page.screenshot({ path: join(pictures, `${file}-${failed}-${number}.png`) }).catch(() => {});
        }
    };
    const independent = async (sentence, work) => {
        broken = false;
        await check(sentence, work);
        broken = false;
    };
    await module.default({ url: values.url, open, check, independent });
    await Promise.all(pages.map((page) => page.context().close()));
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
