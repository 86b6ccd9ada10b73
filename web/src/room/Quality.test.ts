import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientFrame } from "../wire/frames";
import { linkQuality, nothingYet } from "./linkQuality";
import { type Connections, Quality } from "./Quality";

const chromium = (received: number, lost: number) => [
    { id: "T", type: "transport", selectedCandidatePairId: "P2" },
    { id: "P1", type: "candidate-pair", state: "succeeded", nominated: false, currentRoundTripTime: 0.9 },
    { id: "P2", type: "candidate-pair", state: "succeeded", currentRoundTripTime: 0.048, localCandidateId: "L" },
    { id: "L", type: "local-candidate", candidateType: "relay" },
    { id: "A", type: "inbound-rtp", kind: "audio", packetsReceived: received, packetsLost: lost, jitter: 0.006 },
    { id: "V", type: "inbound-rtp", kind: "video", packetsReceived: 0, packetsLost: 0, jitter: 0.002 },
];

describe("the quality of a link", () => {
    it("is what was lost since the last time, not since ever", () => {
        expect(linkQuality(chromium(900, 100), nothingYet)?.link).toEqual({
            rtt: 48,
            loss: 0.1,
            jitter: 6,
            candidateType: "relay",
        });
        expect(linkQuality(chromium(1_900, 100), { received: 900, lost: 100 })?.link.loss).toBe(0);
    });

    it("is not worse for silence, nor for packets that came late after all", () => {
        expect(linkQuality(chromium(900, 100), { received: 900, lost: 100 })?.link.loss).toBe(0);
        expect(linkQuality(chromium(1_000, 90), { received: 900, lost: 100 })?.link.loss).toBe(0);
    });

    it("is found in Firefox, too, which has no transport", () => {
        const firefox = chromium(900, 100)
            .filter(({ type }) => type !== "transport")
            .map((stat) => (stat.id === "P2" ? { ...stat, nominated: true } : stat));
        expect(linkQuality(firefox, nothingYet)?.link.rtt).toBe(48);
    });

    it("is nothing where there is no way yet", () => {
        expect(linkQuality([{ id: "T", type: "transport" }], nothingYet)).toBeUndefined();
    });
});

describe("reporting", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    const stats = (received: number, lost: number) => () =>
        Promise.resolve(new Map(chromium(received, lost).map((stat) => [stat.id, stat])) as unknown as RTCStatsReport);

    it("is done every five seconds for each connection, and not after the end", async () => {
        const sent: ClientFrame[] = [];
        let now: ReturnType<Connections> = [
            ["alice", stats(90, 10)],
            ["gus", () => Promise.reject(new Error("closed"))],
        ];
        const quality = new Quality(
            () => now,
            (frame) => sent.push(frame),
        );
        await vi.advanceTimersByTimeAsync(5_000);
        now = [["alice", stats(190, 10)]];
        await vi.advanceTimersByTimeAsync(5_000);
        quality.close();
        await vi.advanceTimersByTimeAsync(60_000);

        const link = { peer: "alice", rtt: 48, jitter: 6, candidateType: "relay" };
        expect(sent).toEqual([
            { type: "quality", payload: { ...link, loss: 0.1 } },
            { type: "quality", payload: { ...link, loss: 0 } },
        ]);
    });

    it("begins anew with a new connection to the same person", async () => {
        const sent: ClientFrame[] = [];
        let now: ReturnType<Connections> = [["alice", stats(90, 10)]];
        const quality = new Quality(
            () => now,
            (frame) => sent.push(frame),
        );
        await vi.advanceTimersByTimeAsync(5_000);
        now = [];
        await vi.advanceTimersByTimeAsync(5_000);
        now = [["alice", stats(95, 5)]];
        await vi.advanceTimersByTimeAsync(5_000);
        quality.close();

        expect(sent.at(-1)).toMatchObject({ payload: { loss: 0.05 } });
    });
});
