/** What the microphone hears while the interviewer speaks: the loudspeaker, a nod, or somebody who cuts in. */

const nods = new Set([
    ...["mhm", "mm", "hm", "hmm", "uh", "huh", "ok", "okay", "yes", "yeah", "yep"],
    ...["right", "sure", "ah", "aha", "oh", "i", "see"],
]);
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

/** So many words may be misheard, or not heard, before the next one that was said. */
const misheard = 3;

/** Whether most of what was heard is what the loudspeaker said. */
export function echoes(heard: string, spoken: string): boolean {
    const said = words(spoken);
    const got = words(heard);
    return got.length > 0 && got.filter((word) => said.some((one) => alike(word, one))).length / got.length >= 0.6;
}

/**
 * What is left of what was heard without the loudspeaker's words at its beginning; nothing where the rest may be the loudspeaker too,
 * because it has said about as much more.
 */
export function withoutEcho(heard: string, spoken: string): string {
    const said = words(spoken);
    const got = words(heard);
    const { until, to } = echoed(got, said);
    if (until === 0) return heard;
    const rest = got.slice(until).join("").length;
    const unheard = said.slice(to).join("").length;
    return rest <= unheard * 1.3 ? "" : after(heard, until);
}

/** Whether somebody wants to speak: two words at least, and more than a nod. */
export function cutsIn(heard: string): boolean {
    const got = words(heard);
    return got.length >= 2 && got.some((word) => !nods.has(word));
}

/** How many words at the beginning were said by the loudspeaker, in the same order, and how far it had come with the last of them. */
function echoed(got: string[], said: string[]): { until: number; to: number } {
    for (let from = 0, best = { until: 0, to: 0 }; ; from++) {
        if (from >= said.length) return best;
        const found = followed(got, said, from);
        if (found.until > best.until) best = found;
    }
}

function followed(got: string[], said: string[], from: number): { until: number; to: number } {
    let found = { until: 0, to: from };
    for (let heard = 0, place = from, same = 0; heard < got.length; heard++) {
        const near = said.slice(place, place + misheard).findIndex((word) => alike(word, got[heard] ?? ""));
        if (near < 0) continue;
        same++;
        place += near + 1;
        if (same >= Math.min(3, said.length) && same / (heard + 1) >= 0.7) found = { until: heard + 1, to: place };
    }
    return found;
}

/** The same word, or one that a recogniser takes for it: what begins alike and is about as long. */
function alike(one: string, other: string): boolean {
    if (one === other) return true;
    const shorter = Math.min(one.length, other.length);
    return (
        shorter >= 4 &&
        Math.abs(one.length - other.length) <= 2 &&
        one.slice(0, shorter - 1) === other.slice(0, shorter - 1)
    );
}

/** The text after so many of its words. */
function after(text: string, count: number): string {
    const last = [...text.matchAll(/[\p{L}\p{N}']+/gu)][count - 1];
    return last ? text.slice(last.index + last[0].length).replace(/^[^\p{L}\p{N}]+/u, "") : text;
}
