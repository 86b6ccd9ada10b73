/** Codes in words: `answered-already` is “Answered already”. */
export function inWords(code: string): string {
    const words = code
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .replaceAll(/[-_]/g, " ")
        .toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
}
