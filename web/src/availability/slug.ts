/** A title as a word of an address: `Erstes Gespräch!` is `erstes-gesprach`. */
export const slugOf = (title: string): string =>
    title
        .normalize("NFKD")
        .replaceAll(/\p{M}/gu, "")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .slice(0, 40)
        .replaceAll(/^-+|-+$/g, "");
