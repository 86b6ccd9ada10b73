// Plays people in real browsers against a running server.
//   node e2e/run.mjs --url http://localhost:8080 [--only story,axe] [--headed]
//   node e2e/run.mjs --url … --drills [--full] [--only cuts,glare]      what networks and machines do to calls; see docs/drills.md
// Prints one line per check and "N passed, N failed" at the end.
import { mkdirSync, readdirSync } from "node:fs";
import { setPriority } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
    options: {
        url: { type: "string", default: process.env.PARLEY_URL ?? "http://localhost:8080" },
        only: { type: "string", default: "" },
        headed: { type: "boolean", default: false },
        drills: { type: "boolean", default: false },
        full: { type: "boolean", default: false },
    },
});
const load = async (file) =>
    (await runnerImport(file, { configFile: false, logLevel: "error", root: join(here, "..") })).module;
const { executablePath, isThere, launch } = await load(join(here, "browser.ts"));
if (!isThere()) {
    console.error(`There is no browser at ${executablePath}; say where with CHROMIUM.`);
    process.exit(1);
}
const folder = values.drills ? join(here, "drills") : here;
const wanted = values.only.split(",").filter(Boolean);
const specs = readdirSync(folder)
    .filter((file) => file.endsWith(".spec.ts"))
    .filter((file) => wanted.length === 0 || wanted.includes(file.replace(".spec.ts", "")))
    .sort();

setPriority(10); // servers first: a page that waits is late, but a server that waits for four pages with video has failed

const pictures = join(here, "../target/e2e");
mkdirSync(pictures, { recursive: true });
const browser = await launch({ headed: values.headed, fps: values.drills ? 8 : 20 });
let passed = 0;
let failed = 0;

const last = [];

async function play({ file, module }) {
    const deferred = [];
    const pages = [];
    const open = async (options = {}, prepare = async () => {}, other = browser) => {
        const context = await other.newContext({
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
    const afterwards = (sentence, work) => void deferred.push(() => check(sentence, work));
    const skip = (sentence) => console.log(`skip   ${file.replace(".spec.ts", "")}: ${sentence}`);
    try {
        await module.default({ url: values.url, open, check, independent, afterwards, skip, full: values.full });
    } catch (problem) {
        failed++;
        console.log(`FAILED ${file.replace(".spec.ts", "")}: ${problem.stack}`);
    }
    const leave = () =>
        Promise.all(
            pages.map((page) =>
                page
                    .context()
                    .close()
                    .catch(() => {}),
            ),
        );
    if (deferred.length === 0) return leave();
    last.push(async () => {
        for (const one of deferred) await one();
        await leave();
    });
}

const plays = [];
for (const file of specs) plays.push({ file, module: await load(join(folder, file)) });
// What mostly waits does so beside the others; in full the others leave nothing of a small machine.
const waits = ({ module }) => module.waits && !values.full;
const waiting = plays.filter(waits).map(play);
for (const one of plays.filter((one) => !waits(one))) await play(one);
await Promise.all(waiting);
for (const one of last) await one();
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
