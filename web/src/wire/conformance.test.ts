/** The other half of docs/protocol.md §10: the page plays each script's people, and the script plays the server. */
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ClientFrame, encode, type ServerFrame } from "./frames";
import { type Line, Socket } from "./socket";

type Json = Record<string, unknown>;
type Frame = Json & { type: string; payload?: Json };
type Step = {
    who?: string;
    sends?: Frame;
    hears?: Frame | Frame[];
    isClosed?: { code: number; reason?: string };
} & Json;
interface Script {
    given?: Json;
    inside?: string[];
    steps: Step[];
}

const contract = new URL("../../../core-api/src/main/resources/contract/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, contract), "utf8")) as unknown;
const scripts = readdirSync(new URL("conformance/", contract)).map((file) => ({
    name: file.replace(".json", ""),
    script: read(`conformance/${file}`) as Script,
}));
const golden = (type: string) => read(`frames/server-${type}.json`) as Frame;
const isObject = (value: unknown): value is Json =>
    typeof value === "object" && value !== null && !Array.isArray(value);

/** Closes after which nobody comes back (protocol §7). */
const forGood = [1000, 4403, 4409, 4410];

const somethings = ["any", "text", "number", "list", "instant", "uuid"];

/** What the script leaves open is as in the golden frame. */
class Words {
    private readonly known: Json = {};
    private counter = 0;

    constructor(given: Json) {
        Object.assign(this.known, given);
    }

    /** Every name stands for some value, always the same one. */
    fill(value: unknown, like: unknown): unknown {
        if (typeof value === "string" && value.startsWith("$")) return this.word(value.slice(1), like);
        if (Array.isArray(value))
            return value.map((each) => this.fill(each, Array.isArray(like) ? like[0] : undefined));
        if (!isObject(value)) return value;
        if (Array.isArray(value["$lines"])) return value["$lines"].map((line) => `${this.fill(line, "")}\r\n`).join("");
        if (Array.isArray(value["$repeat"])) return String(value["$repeat"][0]).repeat(Number(value["$repeat"][1]));
        if (value["$inAnyOrder"]) return this.fill(value["$inAnyOrder"], like);
        return this.object(value, isObject(like) ? like : {});
    }

    private object(value: Json, like: Json): Json {
        const there = Object.entries({ ...like, ...value }).filter(([field]) => value[field] !== "$absent");
        return Object.fromEntries(
            there.map(([field, each]) => [field, field in value ? this.fill(each, like[field]) : each]),
        );
    }

    private word(word: string, like: unknown): unknown {
        const [verb = "", name = ""] = word.split(":");
        if (verb === "more") return Number(this.known[name] ?? 0) + ++this.counter;
        if (verb === "as") return (this.known[name] ??= this.some(like));
        if (somethings.includes(word)) return like ?? this.id();
        const isId = verb === "uuid" || word.endsWith(".id");
        this.known[word] ??= isId ? this.id() : this.some(like);
        return this.fill(this.known[word], like);
    }

    private some(like: unknown): unknown {
        return typeof like === "number" ? like + ++this.counter : (like ?? this.id());
    }

    private id() {
        return `0199c8e2-5a3b-7c4d-8e9f-${String(++this.counter).padStart(12, "0")}`;
    }
}

/** The server's end of one connection. */
class Wire {
    readonly sent: Frame[] = [];
    onopen: () => void = () => {};
    onmessage: (event: { data: string }) => void = () => {};
    onclose: (event: { code: number; reason: string }) => void = () => {};
    send(text: string) {
        this.sent.push(JSON.parse(text) as Frame);
    }
    close() {}
}

const never = 1_000_000;
const settings = {
    waits: [0, 300],
    patience: 60_000,
    notOpen: 5_000,
    greeting: 10_000,
    quiet: { silence: never, answer: never },
    refresh: never,
    jitter: () => 1,
};

/** One `who` of a script, as the page. */
class Device {
    private readonly wires: Wire[] = [];
    private readonly frames: ServerFrame[] = [];
    private readonly lines: Line[] = [];
    private tickets = 0;
    private readonly shown = new Set<unknown>();
    private seq = 0;
    private session: { token: string; lastSeq: number } | undefined;
    private inside = false;
    private readonly socket: Socket;

    constructor(private readonly words: Words) {
        const ticket = async () => ({
            ticket: `ticket-${++this.tickets}`,
            expiresAt: "",
            signalUrl: "/signal",
            iceServers: [],
        });
        const connect = () => this.wires[this.wires.push(new Wire()) - 1] as unknown as WebSocket;
        this.socket = new Socket(
            {
                ticket,
                onFrame: (frame) => this.frames.push(frame),
                onLine: (line) => this.lines.push(line),
                connect,
            },
            settings,
        );
    }

    private get wire(): Wire {
        const wire = this.wires.at(-1);
        if (!wire) throw new Error("the page has opened no connection");
        return wire;
    }

    /** Counted over all connections, none left out. */
    private get sent(): Frame[] {
        return this.wires.flatMap(({ sent }) => sent);
    }

    /** Joins by itself, with a new ticket, and with what it knows of the session before. */
    async mustJoin() {
        await vi.advanceTimersByTimeAsync(1_000);
        this.wire.onopen();
        const resume = this.session ? { resume: this.session } : {};
        const ticket = this.wire.sent[0]?.payload?.["ticket"];
        expect(this.wire.sent).toEqual([
            { v: 1, type: "join", id: this.sent.length, payload: { ticket: expect.any(String), ...resume } },
        ]);
        expect(this.shown).not.toContain(ticket);
        this.shown.add(ticket);
    }

    mustSend(frame: Frame) {
        const full = this.words.fill(frame, {}) as Frame;
        const to = full["to"] ? { to: full["to"] } : {};
        const said = { type: full.type, payload: full.payload ?? {}, ...to } as unknown as ClientFrame;
        const before = this.sent.length;
        const id = this.socket.send(said);
        expect(id).toBe(this.inside ? before + 1 : undefined);
        expect(this.sent.slice(before)).toEqual(id === undefined ? [] : [JSON.parse(encode(said, id))]);
    }

    mustUnderstand(expected: Frame) {
        const like = golden(expected.type);
        const early = !this.inside && !this.session;
        const filled = this.words.fill({ ...expected, seq: early ? 0 : ++this.seq }, like) as Frame;
        if (expected.type === "welcome") filled["seq"] = ++this.seq;
        this.wire.onmessage({ data: JSON.stringify({ v: 1, type: "weather", seq: filled["seq"], payload: {} }) });
        this.wire.onmessage({ data: JSON.stringify({ ...filled, mood: "merry" }) });
        expect(this.frames.at(-1)).toMatchObject(filled);
        this.remember(filled);
    }

    private remember(frame: Frame) {
        const seq = Number(frame["seq"]);
        if (frame.type === "welcome") this.session = { token: String(frame.payload?.["resumeToken"]), lastSeq: seq };
        if (this.session) this.session = { ...this.session, lastSeq: Math.max(this.session.lastSeq, seq) };
        if (frame.type === "welcome" || frame.type === "resumed") {
            this.inside = true;
            expect(this.lines.at(-1)).toEqual({ state: "open" });
        }
        if (frame.type === "waiting") expect(this.lines.at(-1)).toEqual({ state: "waiting" });
    }

    async mustLose({ code, reason = "" }: { code: number; reason?: string }) {
        const before = this.wires.length;
        this.inside = false;
        this.wire.onclose({ code, reason });
        await vi.advanceTimersByTimeAsync(1_000);
        expect(this.lines.at(-1)?.state).toBe(forGood.includes(code) ? "gone" : "lost");
        expect(this.wires).toHaveLength(forGood.includes(code) ? before : before + 1);
    }

    isGone() {
        return this.lines.at(-1)?.state === "gone";
    }

    stop() {
        this.socket.close();
    }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the page never does by itself: it says only what it knows, and over one connection at a time. */
const isOfThePage = (frame: Frame) => !["join", "leave", "telepathy"].includes(frame.type) && !("v" in frame);

/** Somebody's part of a script; who is put out for good may still open the page again. */
class Part {
    private device: Device | undefined;

    constructor(private readonly words: Words) {}

    async play(step: Step) {
        if ("enters" in step) await this.enter();
        if ("connects" in step) await this.open();
        if ("comesBack" in step) await (this.page.isGone() ? this.open() : this.page.mustJoin());
        if (step.sends && isOfThePage(step.sends)) this.page.mustSend(step.sends);
        for (const frame of [step.hears ?? []].flat()) this.page.mustUnderstand(frame);
        if ("isCut" in step) await this.page.mustLose({ code: 1006 });
        if (step.isClosed) await this.page.mustLose(step.isClosed);
    }

    async enter() {
        await this.open();
        this.page.mustUnderstand({ type: "welcome", payload: {} });
    }

    leave() {
        this.device?.stop();
    }

    private async open() {
        this.leave();
        this.device = new Device(this.words);
        await this.device.mustJoin();
    }

    private get page(): Device {
        if (!this.device) throw new Error("the page is not open");
        return this.device;
    }
}

async function play(script: Script, who: string) {
    const part = new Part(new Words(script.given ?? {}));
    if (script.inside?.includes(who)) await part.enter();
    for (const step of script.steps.filter((step) => step.who === who)) await part.play(step);
    part.leave();
}

describe("the page keeps to every script", () => {
    const parts = scripts.flatMap(({ name, script }) =>
        [...new Set([...(script.inside ?? []), ...script.steps.flatMap(({ who }) => who ?? [])])].map((who) => ({
            name,
            script,
            who,
        })),
    );

    it.each(parts)("$name, as $who", ({ script, who }) => play(script, who));
});
