/** Tells speech from noise by loudness, with hysteresis and a floor that follows the room. */

export interface VoiceSettings {
    /** How long it must be loud before it counts as speech, in milliseconds. */
    start: number;
    /** How long it must be quiet before speech is over. */
    stop: number;
    /** A syllable may be so long in coming, and speech still be about to begin. */
    breath: number;
    /** How many times louder than the floor speech begins. */
    begins: number;
    /** How many times louder than the floor it goes on. */
    goesOn: number;
    /** Below this loudness nothing is speech. */
    quietest: number;
    /** The floor is the least that was heard for so long: people who speak pause between words, a fan does not. */
    memory: number;
}

const usual: VoiceSettings = {
    start: 200,
    stop: 550,
    breath: 150,
    begins: 2.2,
    goesOn: 2,
    quietest: 0.012,
    memory: 4_000,
};

/** Before this much was heard nothing is known of the room. */
const enough = 500;
const unknown = 0.005;

export class Voice {
    speaking = false;
    private since: number | undefined;
    private lastLoud = -Infinity;
    private before: number | undefined;
    private heard: { at: number; rms: number }[] = [];

    constructor(private readonly settings: VoiceSettings = usual) {}

    /** Takes the loudness (RMS, 0 to 1) at a time in milliseconds; says whether the person speaks. */
    hear(rms: number, at: number): boolean {
        const { begins, goesOn, quietest } = this.settings;
        const floor = this.follow(rms, at);
        const loud = rms > Math.max(quietest, floor * (this.speaking ? goesOn : begins));
        if (this.speaking) this.mayEnd(loud, at);
        else this.mayBegin(loud, at);
        if (loud) this.lastLoud = at;
        return this.speaking;
    }

    /** The microphone was switched off: nothing is left of what was heard. */
    reset(): void {
        this.speaking = false;
        this.since = undefined;
        this.before = undefined;
        this.heard = [];
    }

    private mayBegin(loud: boolean, at: number): void {
        if (!loud) return;
        if (at - this.lastLoud > this.settings.breath) this.since = undefined;
        this.since ??= at;
        if (at - this.since < this.settings.start) return;
        this.speaking = true;
        this.since = undefined;
    }

    private mayEnd(loud: boolean, at: number): void {
        if (loud) this.since = undefined;
        else this.since ??= at;
        if (this.since === undefined || at - this.since < this.settings.stop) return;
        this.speaking = false;
        this.since = undefined;
    }

    /** Two measurements together, because one alone may happen to be quiet. */
    private follow(rms: number, at: number): number {
        const both = (rms + (this.before ?? rms)) / 2;
        this.before = rms;
        this.heard = [...this.heard.filter((one) => at - one.at < this.settings.memory), { at, rms: both }];
        const known = at - (this.heard[0]?.at ?? at) >= enough;
        return known ? Math.min(...this.heard.map((one) => one.rms)) : unknown;
    }
}
