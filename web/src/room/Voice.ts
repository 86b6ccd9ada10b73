/** Tells speech from noise by loudness, with hysteresis and a floor that follows the room. */

export interface VoiceSettings {
    /** How long it must be loud before it counts as speech, in milliseconds. */
    start: number;
    /** How long it must be quiet before speech is over. */
    stop: number;
    /** How many times louder than the floor speech is. */
    factor: number;
    /** Below this loudness nothing is speech. */
    quietest: number;
}

const usual: VoiceSettings = { start: 200, stop: 550, factor: 3, quietest: 0.012 };

export class Voice {
    speaking = false;
    private floor = 0.005;
    private since: number | undefined;
    private last: number | undefined;

    constructor(private readonly settings: VoiceSettings = usual) {}

    /** Takes the loudness (RMS, 0 to 1) at a time in milliseconds; says whether the person speaks. */
    hear(rms: number, at: number): boolean {
        const { start, stop, factor, quietest } = this.settings;
        const loud = rms > Math.max(quietest, this.floor * factor);
        this.follow(rms, loud, at);
        if (loud === this.speaking) {
            this.since = undefined;
            return this.speaking;
        }
        this.since ??= at;
        if (at - this.since >= (loud ? start : stop)) {
            this.speaking = loud;
            this.since = undefined;
        }
        return this.speaking;
    }

    /** The microphone was switched off: nothing is left of what was heard. */
    reset(): void {
        this.speaking = false;
        this.since = undefined;
    }

    /** The floor falls fast and rises slowly, and hardly at all while somebody speaks: steady noise becomes floor, speech does not. */
    private follow(rms: number, loud: boolean, at: number): void {
        const elapsed = Math.min(at - (this.last ?? at), 200);
        this.last = at;
        const pace = rms < this.floor ? 150 : loud ? 20_000 : 1_500;
        this.floor += (rms - this.floor) * (1 - Math.exp(-elapsed / pace));
    }
}
