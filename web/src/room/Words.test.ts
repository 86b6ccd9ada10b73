import { describe, expect, it } from "vitest";
import type { ClientFrame, Gap } from "../wire/frames";
import { Conversation } from "./Conversation";
import { Words } from "./Words";

const start = Date.parse("2026-12-01T14:00:00Z");
const gap: Gap = {
    gapId: "gap-1",
    startedAt: "2026-12-01T14:00:01Z",
    endedAt: "2026-12-01T14:00:02Z",
    cause: "recogniser",
};

/** A line to the server that can be cut, and what was sent over it. */
function words() {
    const line = { up: true };
    const sent: ClientFrame[] = [];
    let now = start;
    const send = (frame: ClientFrame) => (line.up ? sent.push(frame) : undefined);
    const lea = { participantId: "lea", name: "Lea", role: "lead" as const };
    const mine = new Words(
        () => lea,
        new Conversation(),
        send,
        () => (now += 1_000),
    );
    const finals = () => sent.filter((frame) => frame.type === "segment").map(({ payload }) => payload.text);
    const gaps = () => sent.filter((frame) => frame.type === "gap").map(({ payload }) => payload);
    const ids = () => sent.filter((frame) => frame.type === "segment").map(({ payload }) => payload.segmentId);
    return { line, mine, sent, finals, gaps, ids };
}

describe("somebody who is writing", () => {
    it("says so every three seconds, and not with every key", () => {
        const { mine, sent } = words();
        for (let second = 0; second < 7; second++) mine.write();
        expect(sent.map(({ type }) => type)).toEqual(["typing", "typing", "typing"]);
    });
});

describe("while the line is down", () => {
    it("words and gaps are kept, and sent when it is up again, once", () => {
        const { line, mine, finals, gaps, ids } = words();
        line.up = false;
        mine.type("one");
        mine.miss(gap);
        mine.type("two");
        expect(finals()).toEqual([]);
        line.up = true;
        mine.sendAgain();
        expect(finals()).toEqual(["one", "two"]);
        expect(gaps()).toEqual([gap]);
        ids().forEach((id) => mine.recorded(id));
        mine.recorded(gap.gapId);
        mine.sendAgain();
        expect(finals()).toEqual(["one", "two"]);
        expect(gaps()).toEqual([gap]);
    });

    it("more words than can be kept leave one gap from the first that was given up to the last", () => {
        const { line, mine, finals, gaps } = words();
        line.up = false;
        for (let number = 0; number < 203; number++) mine.type(`line ${number}`);
        line.up = true;
        mine.sendAgain();
        expect(finals()).toHaveLength(200);
        expect(finals()[0]).toBe("line 3");
        expect(gaps()).toHaveLength(1);
        const [lost] = gaps();
        expect(lost?.cause).toBe("connection");
        expect(Date.parse(lost?.startedAt ?? "")).toBe(start + 1_000);
        expect(Date.parse(lost?.endedAt ?? "")).toBeLessThan(start + 203_000);
        mine.recorded(lost?.gapId ?? "");
        mine.sendAgain();
        expect(gaps()).toHaveLength(1);
    });
});

it("a gap that is refused for good is not sent again, and one that may be stored later is", () => {
    const { mine, gaps } = words();
    mine.miss(gap);
    expect(mine.refused(1, "NO_CONSENT")).toBe(true);
    mine.sendAgain();
    expect(gaps()).toHaveLength(1);
    mine.miss({ ...gap, gapId: "gap-2" });
    expect(mine.refused(2, "NOT_STORED")).toBe(true);
    mine.sendAgain();
    expect(gaps()).toHaveLength(3);
    mine.close();
});
