import { expect, it } from "vitest";
import { marked } from "./marked";

it("marks what was found, and leaves the rest as it is", () => {
    expect(marked("about \uE000forty\uE001 thousand <b>euro</b>")).toEqual([
        { text: "about ", hit: false },
        { text: "forty", hit: true },
        { text: " thousand <b>euro</b>", hit: false },
    ]);
});

it("bears a mark that was cut off", () => {
    expect(marked("\uE000forty")).toEqual([{ text: "forty", hit: true }]);
});
