import { expect, it } from "vitest";
import type { Question } from "../wire/views/questions";
import { differences } from "./versions";

const asking = (questionId: string, part: Partial<Question> = {}): Question => ({
    questionId,
    text: `Question ${questionId}?`,
    type: "open",
    mandatory: false,
    options: [],
    maxFollowUps: 1,
    signal: "none",
    ...part,
});

it("the same questions differ in nothing", () => {
    expect(differences([asking("a"), asking("b")], [asking("a"), asking("b")])).toEqual({ list: [], reordered: false });
});

it("names what is new, other and gone", () => {
    const draft = [asking("b", { mandatory: true }), asking("c")];
    expect(differences(draft, [asking("a"), asking("b")]).list).toEqual([
        { change: "changed", text: "Question b?" },
        { change: "added", text: "Question c?" },
        { change: "removed", text: "Question a?" },
    ]);
});

it("another order is a difference; a new question in between is not", () => {
    expect(differences([asking("b"), asking("a")], [asking("a"), asking("b")])).toEqual({ list: [], reordered: true });
    expect(differences([asking("a"), asking("x"), asking("b")], [asking("a"), asking("b")]).reordered).toBe(false);
});
