/** Speech in pieces that a browser says to their end: sentences, and parts of those that are too long. */

export interface Sentence {
    sentence: string;
    /** Where it ends in the whole text. */
    end: number;
}

/** About ten seconds; remote voices fall silent after fourteen. */
const longest = 160;

export function sentences(text: string): Sentence[] {
    const found = [...text.matchAll(/\S.*?(?:[.!?…]+(?=\s|$)|$)/gsu)];
    return found.flatMap(({ 0: sentence, index }) => parts(sentence.trimEnd(), index));
}

function parts(sentence: string, from: number): Sentence[] {
    if (sentence.length <= longest) return [{ sentence, end: from + sentence.length }];
    const head = sentence.slice(0, longest);
    const breath = Math.max(head.lastIndexOf(", "), head.lastIndexOf("; "), head.lastIndexOf(": ")) + 1;
    const cut = breath > longest / 3 ? breath : head.lastIndexOf(" ") > 0 ? head.lastIndexOf(" ") : longest;
    const rest = sentence.slice(cut);
    const gap = rest.length - rest.trimStart().length;
    return [{ sentence: sentence.slice(0, cut), end: from + cut }, ...parts(rest.trimStart(), from + cut + gap)];
}
