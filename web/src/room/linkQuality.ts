/** What the browser counts of one connection, as the numbers that people feel. Pure. */
import type { CandidateType, LinkQuality } from "../wire/frames";

/** Packets since the connection was made. */
export interface Counted {
    received: number;
    lost: number;
}

export const nothingYet: Counted = { received: 0, lost: 0 };

interface Stat {
    id: string;
    type: string;
    [field: string]: unknown;
}

/** Since `before`; nothing where the two sides have not found a way to each other. */
export function linkQuality(
    stats: Iterable<Stat>,
    before: Counted,
): { link: Omit<LinkQuality, "peer">; counted: Counted } | undefined {
    const all = [...stats];
    const way = selected(all);
    if (!way) return undefined;
    const inbound = all.filter(({ type }) => type === "inbound-rtp");
    const counted = { received: sum(inbound, "packetsReceived"), lost: sum(inbound, "packetsLost") };
    const lost = Math.max(0, counted.lost - before.lost);
    const due = Math.max(0, counted.received - before.received) + lost;
    return {
        link: {
            rtt: millis(way["currentRoundTripTime"]),
            loss: due === 0 ? 0 : Math.round((lost / due) * 1_000) / 1_000,
            jitter: Math.max(0, ...inbound.map((stream) => millis(stream["jitter"]))),
            candidateType: typeOf(all, way),
        },
        counted,
    };
}

function selected(all: Stat[]): Stat | undefined {
    const chosen = all.find(({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId);
    const pairs = all.filter(({ type }) => type === "candidate-pair");
    // Firefox has no transport here, but marks the pair.
    return chosen
        ? pairs.find(({ id }) => id === chosen["selectedCandidatePairId"])
        : pairs.find(({ nominated, state }) => nominated === true && state === "succeeded");
}

const types = new Set<unknown>(["host", "srflx", "prflx", "relay"]);

function typeOf(all: Stat[], way: Stat): CandidateType {
    const type = all.find(({ id }) => id === way["localCandidateId"])?.["candidateType"];
    return types.has(type) ? (type as CandidateType) : "host";
}

const sum = (streams: Stat[], field: string): number =>
    streams.reduce((total, stream) => total + (Number(stream[field]) || 0), 0);
const millis = (seconds: unknown): number => Math.min(600_000, Math.max(0, Math.round((Number(seconds) || 0) * 1_000)));
