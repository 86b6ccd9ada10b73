/** A snippet in pieces: what stands between U+E000 and U+E001 was searched for. No HTML on the way, so nothing to escape. */
export function marked(snippet: string): { text: string; hit: boolean }[] {
    return snippet
        .split(/(\uE000[^\uE001]*\uE001?)/u)
        .filter((piece) => piece !== "")
        .map((piece) => ({ text: piece.replaceAll(/[\uE000\uE001]/gu, ""), hit: piece.startsWith("\uE000") }));
}
