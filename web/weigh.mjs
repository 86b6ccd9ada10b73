// Says how much a browser loads before it shows a page for people without an account, and before the agenda.
//   node weigh.mjs        builds into a folder of its own; nothing is served from there
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), "weigh-"));
try {
    await build({ root: here, logLevel: "error", build: { outDir, emptyOutDir: true, manifest: true } });
    const manifest = JSON.parse(readFileSync(join(outDir, ".vite/manifest.json"), "utf8"));
    const apps = { out: "src/outdoors/App.tsx", in: "src/App.tsx" };
    const pages = {
        "book/BookPage": apps.out,
        "book/AppointmentPage": apps.out,
        "letters/UnsubscribePage": apps.out,
        "agenda/AgendaPage": apps.in,
    };
    const files = (key, found) => {
        const { file, css = [], imports = [] } = manifest[key];
        if (found.has(file)) return found;
        [file, ...css].forEach((one) => found.add(one));
        imports.forEach((one) => files(one, found));
        return found;
    };
    for (const [page, app] of Object.entries(pages)) {
        const found = new Set();
        for (const key of ["index.html", app, `src/${page}.tsx`]) if (manifest[key]) files(key, found);
        const bodies = [...found].map((file) => readFileSync(join(outDir, file)));
        const raw = bodies.reduce((sum, body) => sum + body.length, 0);
        const zipped = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
        console.log(`${page.padEnd(26)} ${String(raw).padStart(9)} bytes ${String(zipped).padStart(8)} gzipped`);
    }
} finally {
    rmSync(outDir, { recursive: true, force: true });
}
