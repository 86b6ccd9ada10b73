/** The two languages cannot drift: these files are read by the Java tests too. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decode, shapes } from "./decode";
import { type ClientFrame, encode } from "./frames";

const folder = new URL("../../../core-api/src/main/resources/contract/frames/", import.meta.url);
const golden = readdirSync(folder).map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    return { file, text, frame: JSON.parse(text) as { type: string; id: number; payload: Record<string, unknown> } };
});
const serverFrames = golden.filter(({ file }) => file.startsWith("server-"));
const clientFrames = golden.filter(({ file }) => file.startsWith("client-"));

describe("what the server says", () => {
    it.each(serverFrames)("$file is understood", ({ text, frame }) => {
        expect(decode(text)).toEqual(frame);
    });

    it.each(serverFrames)("$file has no field that the page does not know", ({ frame }) => {
        const fields = Object.keys(shapes[frame.type as keyof typeof shapes]);
        expect(fields).toEqual(expect.arrayContaining(Object.keys(frame.payload)));
    });

    it("every frame that the page knows has a golden file", () => {
        expect(new Set(serverFrames.map(({ frame }) => frame.type))).toEqual(new Set(Object.keys(shapes)));
    });

    it("a frame without one of its fields is not let through", () => {
        const caption = serverFrames.find(({ file }) => file === "server-caption.json");
        const { text: _, ...payload } = caption?.frame.payload ?? {};
        expect(decode(JSON.stringify({ ...caption?.frame, payload }))).toBeUndefined();
    });

    it.each([
        '{"v":1,"seq":1,"type":"news","payload":{}}',
        "{",
        "null",
        '{"v":2,"seq":1,"type":"ended","payload":{"reason":""}}',
    ])("%s is ignored", (text) => expect(decode(text)).toBeUndefined());
});

const alice = "0199c8e2-5a3b-7c4d-8e9f-0000000000aa";
const bob = "0199c8e2-5a3b-7c4d-8e9f-0000000000cc";
const fingerprint =
    "a=fingerprint:sha-256 0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9\r\n";
const sdp = (session: string) => `v=0\r\no=- ${session} 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n${fingerprint}`;
const candidate = {
    candidate: "candidate:1 1 udp 2122260223 192.0.2.7 49203 typ host",
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: "8hhY",
};

/** What the page says, written with the page's own types. */
const said: Record<string, ClientFrame> = {
    join: { type: "join", payload: { ticket: "Zt0p5m7nQ2mT3c9u4w8rXA" } },
    "join-resuming": {
        type: "join",
        payload: { ticket: "h2Jq8Wv0T3yPZ5rB1kXn6A", resume: { token: "s9L2c4V6b8N0m1Q3w5E7rA", lastSeq: 41 } },
    },
    leave: { type: "leave", payload: {} },
    consent: { type: "consent", payload: { given: true, text: "I agree that this conversation is transcribed." } },
    media: { type: "media", payload: { audio: true, video: false } },
    offer: { type: "offer", to: alice, payload: { sdp: sdp("4611731400430051336"), epoch: 1 } },
    answer: { type: "answer", to: alice, payload: { sdp: sdp("7614219274584779017"), epoch: 1 } },
    candidate: { type: "candidate", to: alice, payload: { candidate, epoch: 1 } },
    "candidate-end": { type: "candidate", to: alice, payload: { candidate: null, epoch: 1 } },
    level: { type: "level", payload: { level: 0.42, speaking: true } },
    quality: {
        type: "quality",
        payload: { peer: alice, rtt: 48, loss: 0.01, jitter: 6, candidateType: "relay" },
    },
    "ice-servers": { type: "ice-servers", payload: {} },
    refresh: { type: "refresh", payload: {} },
    "refresh-signed-in": { type: "refresh", payload: { ticket: "h2Jq8Wv0T3yPZ5rB1kXn6A" } },
    simulate: { type: "simulate", payload: { fault: "drop-signaling", seconds: 5 } },
    segment: {
        type: "segment",
        payload: {
            segmentId: "0199c8e2-6000-7000-8000-000000000001",
            revision: 3,
            final: true,
            text: "We want to decide before the end of the quarter.",
            startedAt: "2026-12-01T14:03:10Z",
            endedAt: "2026-12-01T14:03:13.200Z",
            source: "speech",
        },
    },
    gap: {
        type: "gap",
        payload: {
            gapId: "0199c8e2-6000-7000-8000-000000000003",
            startedAt: "2026-12-01T14:03:20Z",
            endedAt: "2026-12-01T14:03:22.500Z",
            cause: "recogniser",
        },
    },
    said: {
        type: "said",
        payload: { segmentId: "0199c8e2-6000-8000-8000-000000000002", characters: 22, outcome: "cut" },
    },
    typing: { type: "typing", payload: {} },
    chat: { type: "chat", payload: { text: "Here is the link to our page." } },
    hand: { type: "hand", payload: { raised: true } },
    admit: { type: "admit", payload: { participantId: bob } },
    "admit-all": { type: "admit-all", payload: {} },
    deny: { type: "deny", payload: { participantId: bob } },
    mute: { type: "mute", payload: { participantId: bob, force: false } },
    remove: { type: "remove", payload: { participantId: bob, ban: true } },
    lock: { type: "lock", payload: { locked: true } },
};

describe("what the page says", () => {
    it.each(clientFrames)("$file is what the page sends", ({ file, frame }) => {
        const mine = said[file.replace(/^client-|\.json$/g, "")];
        expect(mine && JSON.parse(encode(mine, frame.id))).toEqual(frame);
    });

    it("every frame that the page sends has a golden file", () => {
        const named = clientFrames.map(({ file }) => file.replace(/^client-|\.json$/g, ""));
        expect(named.sort()).toEqual(Object.keys(said).sort());
    });
});
