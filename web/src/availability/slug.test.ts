import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("the word in an address", () => {
    it.each([
        ["Discovery call", "discovery-call"],
        ["  Erstes Gespräch! ", "erstes-gesprach"],
        ["日本", ""],
        ["a".repeat(60), "a".repeat(40)],
        [`${"a".repeat(39)} b`, "a".repeat(39)],
    ])("%s is %s", (title, word) => expect(slugOf(title)).toBe(word));
});
