/** What a page's connections do, seen from outside the page's own code. */
import type { BrowserContext, Page } from "playwright-core";
import { assert, eventually } from "../people";

declare global {
    interface Window {
        __links: RTCPeerConnection[];
        __line: WebSocket;
        __lastId: number;
    }
}

/** To be installed before the page loads. */
export const withWitness = (context: BrowserContext) =>
    context.addInitScript(() => {
        window.__links = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
            constructor(configuration?: RTCConfiguration) {
                super(configuration);
                window.__links.push(this);
            }
        };
        window.WebSocket = class extends WebSocket {
            constructor(url: string | URL, protocols?: string | string[]) {
                super(url, protocols);
                window.__line = this;
            }
            override send(text: string) {
                window.__lastId = (JSON.parse(text) as { id: number }).id;
                super.send(text);
            }
        };
    });

export interface Frame {
    type: string;
    ts: string;
    from?: string;
    payload: Record<string, unknown>;
}

/** All that the server says to this page from now on. */
export function frames(page: Page): Frame[] {
    const heard: Frame[] = [];
    page.on("websocket", (line) =>
        line.on("framereceived", ({ payload }) => void heard.push(JSON.parse(String(payload)) as Frame)),
    );
    return heard;
}

export interface Link {
    state: RTCPeerConnectionState;
    signaling: RTCSignalingState;
    audioBytes: number;
    videoFrames: number;
    videoBytes: number;
    /** Of the chosen pair. */
    local: string;
    remote: string;
}

/** Every connection of the page that is not closed. */
export const links = (page: Page): Promise<Link[]> =>
    page.evaluate(() =>
        Promise.all(
            window.__links
                .filter(({ connectionState }) => connectionState !== "closed")
                .map(async (link) => {
                    const stats = [...(await link.getStats()).values()] as Record<string, unknown>[];
                    const inbound = (kind: string, field: string) =>
                        stats
                            .filter((stat) => stat["type"] === "inbound-rtp" && stat["kind"] === kind)
                            .reduce((sum, stat) => sum + Number(stat[field] ?? 0), 0);
                    const chosen = stats.find(({ selectedCandidatePairId }) => selectedCandidatePairId);
                    const pair = stats.find(({ id }) => id === chosen?.["selectedCandidatePairId"]);
                    const candidate = (end: string) =>
                        String(stats.find(({ id }) => id === pair?.[end])?.["candidateType"] ?? "none");
                    return {
                        state: link.connectionState,
                        signaling: link.signalingState,
                        audioBytes: inbound("audio", "bytesReceived"),
                        videoFrames: inbound("video", "framesDecoded"),
                        videoBytes: inbound("video", "bytesReceived"),
                        local: candidate("localCandidateId"),
                        remote: candidate("remoteCandidateId"),
                    };
                }),
        ),
    );

/** Sound and moving pictures arrive on each of so many connections, and go on arriving. */
export async function mediaFlows(page: Page, whose: string, many = 1): Promise<void> {
    const connected = (all: Link[]) => all.filter(({ state }) => state === "connected");
    const before = await eventually(
        `connections of ${whose}`,
        () => links(page),
        (all) => connected(all).length === many && all.every((link) => link.videoFrames > 0 && link.audioBytes > 0),
        60_000,
    );
    await eventually(
        `media to ${whose}, ${JSON.stringify(before)} before`,
        () => links(page),
        (all) =>
            all.length === many &&
            all.every((link, index) => {
                const then = before[index];
                return then && link.audioBytes > then.audioBytes && link.videoFrames > then.videoFrames + 3;
            }),
        60_000,
    );
}

/** A frame that the page itself would never send. */
export const say = (page: Page, type: string, payload: object): Promise<void> =>
    page.evaluate(
        ([what, said]) => window.__line.send(JSON.stringify({ v: 1, id: window.__lastId, type: what, payload: said })),
        [type, payload] as const,
    );

/** As if the server had said it. */
export const hears = (page: Page, type: string, payload: object): Promise<void> =>
    page.evaluate(
        ([what, said]) => {
            const frame = { v: 1, type: what, seq: 1, ts: new Date().toISOString(), payload: said };
            window.__line.onmessage?.(new MessageEvent("message", { data: JSON.stringify(frame) }));
        },
        [type, payload] as const,
    );

/** One tile for each of them, and none besides. */
export async function onlyTiles(page: Page, names: string[]): Promise<void> {
    const tiles = await eventually(
        "tiles",
        () => page.locator(".tile").evaluateAll((all) => all.map((tile) => tile.getAttribute("aria-label") ?? "")),
        (all) => all.length === names.length,
    );
    for (const name of names)
        assert(tiles.filter((label) => label.startsWith(name)).length === 1, `${tiles.join(", ")}`);
}
