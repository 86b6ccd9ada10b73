/** How much of what people say becomes text: the time for which they are heard against the time for which words came. */
import { Cell } from "../cell";
import type { Id } from "../wire/views/ids";
import type { Level } from "./Levels";

export interface Covered {
    /** Milliseconds. */
    spoken: number;
    transcribed: number;
    /** This person speaks, and no words come. */
    unheard: boolean;
}

export interface CoverageSettings {
    /** Words tell of as much of the voice before them; what is older was missed. */
    reach: number;
    /** So long after the first of a voice without words something is wrong … */
    patience: number;
    /** … if so much of it was voice. */
    enough: number;
    every: number;
}

const usual: CoverageSettings = { reach: 10_000, patience: 10_000, enough: 3_000, every: 500 };

const nothing: Covered = { spoken: 0, transcribed: 0, unheard: false };

export class Coverage {
    readonly view = new Cell<Record<Id, Covered>>({});
    /** Voice that no words have come for, in pieces. */
    private readonly owed = new Map<Id, { at: number; length: number }[]>();
    private readonly timer: ReturnType<typeof setInterval>;
    private measuredAt: number;

    /** @param isWritten whether this person agreed to be transcribed, and sends sound */
    constructor(
        private readonly levels: () => Record<Id, Level>,
        private readonly isWritten: (who: Id) => boolean,
        private readonly now: () => number = Date.now,
        private readonly settings: CoverageSettings = usual,
    ) {
        this.measuredAt = now();
        this.timer = setInterval(() => this.measure(), settings.every);
    }

    /** Somebody's words came, final or not. */
    words(who: Id): void {
        this.measure();
        const { reach } = this.settings;
        const from = this.now() - reach;
        const covered = (this.owed.get(who) ?? []).filter(({ at }) => at >= from);
        this.owed.delete(who);
        const before = this.view.get()[who];
        if (!before) return;
        const more = covered.reduce((sum, { length }) => sum + length, 0);
        this.view.patch({ [who]: { ...before, transcribed: before.transcribed + more, unheard: false } });
    }

    close(): void {
        clearInterval(this.timer);
    }

    private measure(): void {
        const now = this.now();
        // A page that slept has heard nobody meanwhile.
        const length = Math.min(now - this.measuredAt, 2 * this.settings.every);
        this.measuredAt = now;
        const speaking = Object.entries(this.levels()).filter(([who, level]) => level.speaking && this.isWritten(who));
        speaking.forEach(([who]) => this.spoke(who, now, length));
        this.owed.forEach((_, who) => this.doubt(who, now));
    }

    private spoke(who: Id, at: number, length: number): void {
        if (length <= 0) return;
        const before = this.view.get()[who] ?? nothing;
        const owed = this.owed.get(who) ?? [];
        owed.push({ at, length });
        this.owed.set(who, owed.slice(-this.most()));
        this.view.patch({ [who]: { ...before, spoken: before.spoken + length } });
    }

    private doubt(who: Id, now: number): void {
        const before = this.view.get()[who];
        const owed = this.owed.get(who) ?? [];
        if (!before) return;
        if (!this.isWritten(who)) {
            this.owed.delete(who);
            if (before.unheard) this.view.patch({ [who]: { ...before, unheard: false } });
            return;
        }
        const first = owed[0]?.at ?? now;
        const voice = owed.reduce((sum, { length }) => sum + length, 0);
        const unheard = now - first >= this.settings.patience && voice >= this.settings.enough;
        if (unheard !== before.unheard) this.view.patch({ [who]: { ...before, unheard } });
    }

    /** Bounded: enough pieces to tell that something is wrong, and to be reached by words. */
    private most(): number {
        return Math.ceil((2 * Math.max(this.settings.reach, this.settings.patience)) / this.settings.every);
    }
}
