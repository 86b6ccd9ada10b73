/** What the interviewer says here, and what is heard meanwhile: it never takes its own voice from the loudspeaker for an answer. */
import type { Segment } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import { cutsIn, echoes, withoutEcho } from "./echo";
import type { Speaking } from "./Speaking";

/** For so long after a sentence a recogniser may still bring its words. */
const tail = 2_000;

interface Begun {
    segmentId: Id;
    text: string;
}

export class Exchange {
    /** What the loudspeaker said lately, and until when. */
    private lately: { sentence: string; until: number }[] = [];
    /** Words that are let through and go on. */
    private open: Begun | undefined;
    /** Words that were open when the interviewer began to speak, as they were then: so far they are the person's. */
    private interrupted: Begun | undefined;
    /** Words that the loudspeaker began, or nobody who wanted to speak; and what it had said. */
    private suspect: Begun | undefined;
    private readonly end: () => void;

    constructor(
        private readonly speaking: Speaking,
        private readonly say: (segment: Segment) => void,
        private readonly now: () => number = Date.now,
    ) {
        this.end = speaking.view.subscribe(() => this.follow());
    }

    heard(segment: Segment): void {
        const { segmentId, final } = segment;
        const spoken = this.spoken();
        const text = this.own(segment, spoken);
        if (text === "") {
            this.suspect = { segmentId, text: this.suspect?.segmentId === segmentId ? this.suspect.text : spoken };
            return;
        }
        if (this.speaking.isHeard() && this.cutsIn(segmentId, text)) this.speaking.hush();
        this.open = final ? undefined : { segmentId, text };
        this.say({ ...segment, text });
    }

    close(): void {
        this.end();
    }

    /** What of it the person has said; nothing where that is only the loudspeaker, or a nod into what it says. */
    private own({ segmentId, text }: Segment, spoken: string): string {
        if (segmentId === this.interrupted?.segmentId) return withoutMore(text, this.interrupted.text, spoken);
        if (segmentId === this.suspect?.segmentId) return this.wanted(lenient(text, joined(this.suspect.text, spoken)));
        if (segmentId === this.open?.segmentId || spoken === "") return text;
        return this.wanted(this.speaking.isHeard() ? lenient(text, spoken) : withoutEcho(text, spoken));
    }

    private wanted(text: string): string {
        return !this.speaking.isHeard() || cutsIn(text) ? text : "";
    }

    /** Words that were begun before count as soon as they go on. */
    private cutsIn(segmentId: Id, text: string): boolean {
        return segmentId !== this.interrupted?.segmentId || cutsIn(text.slice(this.interrupted.text.length));
    }

    private follow(): void {
        const { sentence } = this.speaking.view.get();
        const last = this.lately.at(-1);
        const now = this.now();
        const wasHeard = last?.until === Infinity;
        const isNew = this.speaking.isHeard() && !(wasHeard && last.sentence === sentence);
        if (wasHeard && (isNew || !this.speaking.isHeard())) last.until = now;
        this.lately = this.lately.filter(({ until }) => now - until < tail);
        if (isNew && !wasHeard) this.interrupted = this.open;
        if (isNew && sentence !== undefined) this.lately.push({ sentence, until: Infinity });
    }

    private spoken(): string {
        const now = this.now();
        const heard = this.lately.filter(({ until }) => now - until < tail);
        return heard.map(({ sentence }) => sentence).join(" ");
    }
}

const joined = (before: string, spoken: string) => (spoken.startsWith(before) ? spoken : `${before} ${spoken}`);

/** While the loudspeaker speaks its words are the likeliest to be heard, in whatever order. */
function lenient(text: string, spoken: string): string {
    const rest = withoutEcho(text, spoken);
    return rest === text && echoes(text, spoken) ? "" : rest;
}

/** What came after, unless the loudspeaker said it. */
function withoutMore(text: string, before: string, spoken: string): string {
    return text.startsWith(before) && echoes(text.slice(before.length), spoken) ? before : text;
}
