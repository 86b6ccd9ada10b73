/** This person's own words on their way into the transcript: shown at once, and kept until the server has stored them. */
import { Cell } from "../cell";
import type { ClientFrame, Gap, Person, Segment } from "../wire/frames";
import { newId } from "../wire/ids";
import type { Id } from "../wire/views/ids";
import type { Conversation } from "./Conversation";

/** Refusals after which the same words may be sent again. */
const passing = new Set(["NOT_STORED", "TOO_MUCH_WAITING"]);
const mostWaiting = 200;
/** In milliseconds. */
const tellsOfWritingEvery = 3_000;

export class Words {
    /** How many are still to be stored. */
    readonly owed = new Cell(0);
    private readonly waiting = new Map<Id, Segment>();
    private readonly gaps = new Map<Id, Gap>();
    /** Where words were given up because too many waited for the connection. */
    private lost: Gap | undefined;
    private readonly sentAs = new Map<number, Id>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private toldOfWritingAt = 0;

    constructor(
        private readonly self: () => Person | undefined,
        private readonly conversation: Conversation,
        private readonly send: (frame: ClientFrame) => number | undefined,
        private readonly now: () => number = Date.now,
        private readonly retryAfter = 2_000,
    ) {}

    say(segment: Segment): void {
        this.show(segment);
        if (segment.final) this.keep(segment);
        this.dispatch(segment);
    }

    /** This person is still writing, so that the interviewer lets them finish. */
    write(): void {
        const now = this.now();
        if (now - this.toldOfWritingAt < tellsOfWritingEvery) return;
        this.toldOfWritingAt = now;
        this.send({ type: "typing", payload: {} });
    }

    type(text: string): void {
        const at = new Date(this.now()).toISOString();
        this.say({
            segmentId: newId(this.now()),
            revision: 1,
            final: true,
            text,
            startedAt: at,
            endedAt: at,
            source: "typed",
        });
    }

    /** Words may be missing: that, too, is kept until the server has stored it. */
    miss(gap: Gap): void {
        this.gaps.set(gap.gapId, gap);
        const [oldest] = this.gaps.keys();
        if (this.gaps.size > mostWaiting && oldest) this.gaps.delete(oldest);
        this.dispatchGap(gap);
    }

    recorded(segmentId: Id): void {
        if (this.gaps.delete(segmentId)) return;
        this.settle(segmentId, "recorded");
    }

    /** Still to be stored, oldest first: for another visit, should this one end before. */
    unsaid(): Segment[] {
        return [...this.waiting.values()];
    }

    /** A frame of ours was refused; if it carried words, they are sent again or given up. Says whether it did. */
    refused(re: number, code: string): boolean {
        const segmentId = this.sentAs.get(re);
        this.sentAs.delete(re);
        if (!segmentId) return false;
        if (passing.has(code)) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.sendAgain(), this.retryAfter);
            return true;
        }
        if (this.gaps.delete(segmentId)) return true;
        this.settle(segmentId, "not-recorded");
        return true;
    }

    /** The line was lost: what the server has not confirmed may never have come. Sending it twice is harmless. */
    sendAgain(): void {
        if (this.lost) this.gaps.set(this.lost.gapId, this.lost);
        this.lost = undefined;
        this.waiting.forEach((segment) => {
            this.show(segment);
            this.dispatch(segment);
        });
        this.gaps.forEach((gap) => this.dispatchGap(gap));
    }

    close(): void {
        clearTimeout(this.timer);
    }

    /** Until it is stored. */
    keep(segment: Segment): void {
        this.waiting.set(segment.segmentId, segment);
        const [oldest] = this.waiting.keys();
        const given = oldest && this.waiting.get(oldest);
        if (this.waiting.size > mostWaiting && given) {
            this.settle(oldest, "not-recorded");
            this.giveUp(given);
        }
        this.owed.set(this.waiting.size);
    }

    private settle(segmentId: Id, fate: "recorded" | "not-recorded"): void {
        this.waiting.delete(segmentId);
        this.owed.set(this.waiting.size);
        this.conversation.settle(segmentId, fate);
    }

    private giveUp({ startedAt, endedAt }: Segment): void {
        const now = new Date(this.now()).toISOString();
        const { gapId, startedAt: since } = this.lost ?? { gapId: newId(this.now()), startedAt: startedAt ?? now };
        this.lost = { gapId, startedAt: since, endedAt: endedAt ?? now, cause: "connection" };
    }

    private dispatchGap(gap: Gap): void {
        const id = this.send({ type: "gap", payload: gap });
        if (id !== undefined) this.remember(id, gap.gapId);
    }

    private remember(id: number, what: Id): void {
        this.sentAs.set(id, what);
        const [oldest] = this.sentAs.keys();
        if (this.sentAs.size > 2 * mostWaiting && oldest !== undefined) this.sentAs.delete(oldest);
    }

    private dispatch(segment: Segment): void {
        const id = this.send({ type: "segment", payload: segment });
        if (id === undefined || !segment.final) return;
        this.remember(id, segment.segmentId);
    }

    private show({ segmentId, revision, text, final }: Segment): void {
        const self = this.self();
        if (!self) return;
        const { participantId, name, role } = self;
        this.conversation.hear({ segmentId, speaker: participantId, name, role, text, final, revision }, "waiting");
    }
}
