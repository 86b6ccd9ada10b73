/** Tells the server every few seconds how well media arrives from each other person. */
import type { ClientFrame } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import { type Counted, linkQuality, nothingYet } from "./linkQuality";

/** The connections of the moment, and what the browser counts of each. */
export type Connections = () => [peer: Id, stats: () => Promise<RTCStatsReport>][];

export class Quality {
    private readonly counted = new Map<Id, Counted>();
    private readonly timer: ReturnType<typeof setInterval>;

    constructor(
        private readonly connections: Connections,
        private readonly send: (frame: ClientFrame) => void,
        every = 5_000,
    ) {
        this.timer = setInterval(() => void this.measure(), every);
    }

    close(): void {
        clearInterval(this.timer);
    }

    private async measure(): Promise<void> {
        const now = this.connections();
        for (const peer of this.counted.keys()) if (!now.some(([id]) => id === peer)) this.counted.delete(peer);
        await Promise.all(now.map(([peer, stats]) => this.report(peer, stats)));
    }

    private async report(peer: Id, stats: () => Promise<RTCStatsReport>): Promise<void> {
        const report = await stats().catch(() => undefined); // closed meanwhile
        if (!report) return;
        const measured = linkQuality([...report.values()], this.counted.get(peer) ?? nothingYet);
        if (!measured) return;
        this.counted.set(peer, measured.counted);
        this.send({ type: "quality", payload: { peer, ...measured.link } });
    }
}
