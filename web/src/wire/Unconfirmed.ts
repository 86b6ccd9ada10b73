/** What must arrive once and is kept by nobody else: said again where a lost line has lost it (docs/protocol.md §5). */
import type { ClientFrame } from "./frames";

/** `unknown`: said on a line that was lost, to a session that is over. */
export type Fate = "sent" | "unknown";
export type Told = (fate: Fate) => void;

interface Kept {
    frame: ClientFrame;
    told: Told;
    /** Under which it was sent; not yet without one. */
    id: number | undefined;
}

const ofOneSession = new Set<ClientFrame["type"]>(["offer", "answer", "candidate"]);
const lasting = new Set<ClientFrame["type"]>([
    ...ofOneSession,
    ...(["chat", "hand", "admit", "admit-all", "deny", "mute", "remove", "lock"] as const),
]);
/** Candidates of a mesh for minutes; what is older has arrived or is outdated. */
const most = 300;

export class Unconfirmed {
    private kept: Kept[] = [];

    keep(frame: ClientFrame, id: number | undefined, told: Told): void {
        if (!lasting.has(frame.type)) return;
        this.kept.push({ frame, id, told });
        if (this.kept.length > most) this.kept.shift()?.told("unknown");
    }

    /** The server has taken in everything up to this number. */
    seen(id: number): void {
        this.kept = this.kept.filter((one) => one.id === undefined || one.id > id);
    }

    /** The session goes on: all that the server did not see, in order. */
    missed(lastId: number): Kept[] {
        this.seen(lastId);
        return this.take(() => true);
    }

    /** A new session: what was never said, but for media, which begins anew. */
    unsaid(): Kept[] {
        this.kept.filter(({ id }) => id !== undefined).forEach(({ told }) => told("unknown"));
        return this.take(({ id, frame }) => id === undefined && !ofOneSession.has(frame.type));
    }

    private take(which: (one: Kept) => boolean): Kept[] {
        const taken = this.kept.filter(which);
        this.kept = [];
        return taken;
    }
}
