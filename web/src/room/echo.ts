/** What the microphone hears while the interviewer speaks: the loudspeaker, a nod, or somebody who cuts in. */

const nods = new Set([
    "mhm",
    "mm",
    "hm",
    "hmm",
    "uh",
    "huh",
    "ok",
    "okay",
    "yes",
    "yeah",
    "yep",
    "right",
    "sure",
    "ah",
    "aha",
    "oh",
    "i",
    "see",
]);
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

/** Whether most of what was heard is what the loudspeaker said. */
export function echoes(heard: string, spoken: string): boolean {
    const said = new Set(words(spoken));
    const got = words(heard);
    return got.length > 0 && got.filter((word) => said.has(word)).length / got.length >= 0.6;
}

/** Whether somebody wants to speak: two words at least, and more than a nod. */
export function cutsIn(heard: string): boolean {
    const got = words(heard);
    return got.length >= 2 && got.some((word) => !nods.has(word));
}
