// Builds and checks the page for Maven, and does nothing where nothing changed.
//   node build.mjs page   the page into the folder that the Java server serves
//   node build.mjs test   lint, types and unit tests
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const served = "target/classes/META-INF/resources";
const tooling = [
    "package.json",
    "package-lock.json",
    "build.mjs",
    "vite.config.ts",
    "tsconfig.json",
    "eslint.config.js",
];
const page = [...tooling, "index.html", "public", "src"];
// The golden frames are read by the contract test, so they are an input too.
const tested = [...page, "e2e", "../core-api/src/main/resources/contract"];

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
    console.error(
        `The page needs Node 20 or newer, this is ${process.versions.node} (or -DskipWeb=true for Java only).`,
    );
    process.exit(1);
}

const files = (path) =>
    !existsSync(join(here, path))
        ? []
        : statSync(join(here, path)).isDirectory()
          ? readdirSync(join(here, path))
                .sort()
                .flatMap((name) => files(join(path, name)))
          : [path];

function fingerprint(paths) {
    const hash = createHash("sha256").update(process.versions.node);
    for (const file of paths.flatMap(files)) hash.update(`\0${file}\0`).update(readFileSync(join(here, file)));
    return hash.digest("hex");
}

function once(stamp, paths, result, work) {
    const file = join(here, stamp);
    const now = fingerprint(paths);
    if (existsSync(file) && readFileSync(file, "utf8") === now && existsSync(join(here, result))) return;
    work();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
}

const run = (command, ...args) => execFileSync(command, args, { cwd: here, stdio: "inherit" });
const tool = (name, ...args) => run(process.execPath, join(here, "node_modules", name), ...args);

const install = () =>
    once("node_modules/.parley", ["package.json", "package-lock.json"], "node_modules/vite", () =>
        run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"),
    );

const words = {
    page: () => {
        install();
        once("target/page.sha256", page, `${served}/index.html`, () =>
            tool("vite/bin/vite.js", "build", "--outDir", served, "--emptyOutDir", "--logLevel", "warn"),
        );
    },
    test: () => {
        install();
        once("target/test.sha256", tested, "node_modules", () => {
            tool("eslint/bin/eslint.js", ".", "--max-warnings", "0");
            tool("typescript/bin/tsc", "--noEmit");
            tool("vitest/vitest.mjs", "run", "--reporter", process.env.CI ? "verbose" : "default");
        });
    },
};

const word = process.argv[2] ?? "page";
if (!words[word]) {
    console.error(`build.mjs knows "page" and "test", not "${word}".`);
    process.exit(1);
}
try {
    words[word]();
} catch (failed) {
    process.exit(failed.status ?? 1);
}
