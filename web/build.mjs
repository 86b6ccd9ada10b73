// Builds the page into the folder that the Java server serves. Until the real page is here it copies a placeholder.
import { cpSync, mkdirSync } from "node:fs";

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
    console.error(`The page needs Node 20 or newer, this is ${process.versions.node} (or -DskipWeb=true for Java only).`);
    process.exit(1);
}
const served = new URL("target/classes/META-INF/resources/", import.meta.url);
mkdirSync(served, { recursive: true });
cpSync(new URL("index.html", import.meta.url), new URL("index.html", served));
