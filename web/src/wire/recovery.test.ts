import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { after, aSocket, type Wire } from "./aSocket.fixture";
import { Refusal } from "./Refusal";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a swallowed line", () => {
    it("is asked for a sign of life, and given up without one", async () => {
        const { wire, wires, states } = aSocket();
        await after(0);
        wire(0).welcomes();
        await after(9_999);
        expect(wire(0).said("ice-servers")).toEqual([]);
        await after(1);
        expect(wire(0).said("ice-servers")).toHaveLength(1);
        await after(4_999);
        expect(states()).toEqual(["connecting", "open"]);
        await after(1);
        expect(states()).toEqual(["connecting", "open", "lost"]);
        await after(1);
        expect([wires.length, wire(0).closedWith]).toEqual([2, 1005]);
    });

    it("is no line on which something comes", async () => {
        const { wire, states } = aSocket();
        await after(0);
        wire(0).welcomes();
        for (let seq = 2; seq < 8; seq++) {
            await after(14_000);
            wire(0).says("chat", seq, { text: "still here" });
        }
        expect(states()).toEqual(["connecting", "open"]);
    });

    it("is noticed by those who wait, too", async () => {
        const { wire, wires } = aSocket();
        await after(0);
        wire(0).onopen();
        wire(0).says("waiting", 0, { reason: "host-admits", since: "2026-12-01T14:00:00Z" });
        await after(10_000);
        wire(0).says("error", 0, { code: "STILL_WAITING", message: "not yet" }, { re: 2 });
        await after(14_999);
        expect(wires).toHaveLength(1);
        await after(2);
        expect(wires).toHaveLength(2);
    });

    it("is asked at once when the network is another one", async () => {
        const { wire, states, socket } = aSocket();
        await after(0);
        wire(0).welcomes();
        socket.doubt();
        expect(wire(0).said("ice-servers")).toHaveLength(1);
        await after(5_000);
        expect(states().at(-1)).toBe("lost");
    });

    it("that was announced is no cause for worry", async () => {
        const { wire, lines } = aSocket();
        await after(0);
        wire(0).welcomes();
        wire(0).says("go-away", 2, { reason: "restart", inSeconds: 1 });
        wire(0).onclose({ code: 1001, reason: "" });
        expect(lines.at(-1)).toEqual({ state: "lost", announced: true });
        await after(0);
        wire(1).welcomes();
        wire(1).onclose({ code: 1006, reason: "" });
        expect(lines.at(-1)).toEqual({ state: "lost", announced: false });
    });
});

describe("the right to come back", () => {
    const signedOut = () => {
        let asked = 0;
        return aSocket(async () => {
            if (++asked > 1) throw new Refusal("UNAUTHORIZED", 401, "signed out");
            return { ticket: "t1", expiresAt: "", signalUrl: "/signal", iceServers: [] };
        });
    };
    const spare = { ticket: "spare", expiresAt: "2026-12-01T14:03:01Z" };

    it("is had anew every two minutes", async () => {
        const { wire } = aSocket();
        await after(0);
        wire(0).welcomes();
        for (let passed = 0; passed < 120; passed += 8) {
            wire(0).says("chat", passed + 2, { text: "still here" });
            await after(8_000);
        }
        expect(wire(0).said("refresh")).toHaveLength(2);
    });

    it("is used first, and again until it could be shown", async () => {
        const { wire, wires } = signedOut();
        await after(0);
        wire(0).welcomes();
        wire(0).says("refreshed", 2, spare);
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(1).onclose({ code: 1006, reason: "" }); // before it was open
        await after(300);
        wire(2).onopen();
        expect(wires[2]?.sent[0]?.payload).toMatchObject({ ticket: "spare" });
    });

    it("is not shown to a server that is started again", async () => {
        const { wire } = aSocket();
        await after(0);
        wire(0).welcomes();
        wire(0).says("refreshed", 2, spare);
        wire(0).says("go-away", 3, { reason: "restart", inSeconds: 1 });
        wire(0).onclose({ code: 1001, reason: "" });
        await after(0);
        wire(1).onopen();
        expect(wire(1).sent[0]?.payload).toMatchObject({ ticket: "t2" });
    });

    it("is used once where the login gives no ticket any more", async () => {
        const { wire, lines } = signedOut();
        await after(0);
        wire(0).welcomes();
        wire(0).says("refreshed", 2, spare);
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(1).onopen();
        expect(wire(1).sent[0]?.payload).toMatchObject({ ticket: "spare", resume: { token: "token-1" } });
        wire(1).onclose({ code: 4401, reason: "TICKET_INVALID" });
        await after(300);
        expect(lines.at(-1)).toEqual({ state: "gone", reason: "UNAUTHORIZED" });
    });

    it("ends with its time", async () => {
        const { wire, lines } = signedOut();
        await after(0);
        wire(0).welcomes();
        wire(0).says("refreshed", 2, spare);
        for (let seq = 3; seq < 18; seq++) {
            await after(12_000);
            wire(0).says("chat", seq, { text: "still here" });
        }
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        expect(lines.at(-1)).toEqual({ state: "gone", reason: "UNAUTHORIZED" });
    });

    it("is proven by a ticket from the door where the login is too long ago", async () => {
        const { wire } = aSocket();
        await after(0);
        wire(0).welcomes();
        const re = wire(0).said("refresh")[0]?.id;
        wire(0).says("error", 2, { code: "LOGIN_TOO_OLD", message: "show a ticket" }, { re });
        await after(0);
        expect(wire(0).said("refresh")[1]?.payload).toEqual({ ticket: "t2" });
    });
});

describe("what must arrive once", () => {
    const offer = (sdp: string) => ({ type: "offer", to: "bob", payload: { sdp, epoch: 1 } }) as const;
    const chat = (text: string) => ({ type: "chat", payload: { text } }) as const;
    const texts = (wire: Wire) => wire.said("chat").map(({ payload }) => payload["text"]);

    /** Two offers and two messages are said; then the line is lost, and one more of each. */
    async function interrupted() {
        const fates: string[] = [];
        const told = (text: string) => (fate: string) => fates.push(`${text}: ${fate}`);
        const given = aSocket();
        await after(0);
        given.wire(0).welcomes();
        given.socket.send(offer("first"));
        given.socket.send(chat("one"), told("one")); // 4
        given.socket.send(offer("second"));
        given.socket.send(chat("two"), told("two"));
        given.wire(0).onclose({ code: 1006, reason: "" });
        given.socket.send(offer("third"));
        given.socket.send(chat("three"), told("three"));
        given.socket.send({ type: "level", payload: { level: 0.5, speaking: true } });
        await after(0);
        given.wire(1).onopen();
        return { ...given, fates };
    }

    it("is said again from where the server stopped, in order, and no loudness of the past", async () => {
        const { wire, fates } = await interrupted();
        wire(1).says("resumed", 42, { lastId: 4 });
        const again = wire(1).sent.filter(({ type }) => type !== "join" && type !== "refresh");
        expect(again.map(({ payload }) => payload["sdp"] ?? payload["text"])).toEqual([
            "second",
            "two",
            "third",
            "three",
        ]);
        expect(fates).toEqual(["one: sent", "two: sent", "two: sent", "three: sent"]);
    });

    it("is not said again once the server has answered what came after it", async () => {
        const { wire, socket } = aSocket();
        await after(0);
        wire(0).welcomes();
        socket.send(chat("one"));
        wire(0).says("recorded", 2, { segmentId: "s" }, { re: 7 });
        wire(0).onclose({ code: 1006, reason: "" });
        await after(0);
        wire(1).onopen();
        wire(1).says("resumed", 3, { lastId: 0 });
        expect(texts(wire(1))).toEqual([]);
    });

    it("goes to a new session only if it was never said, and without the media of the old one", async () => {
        const { wire, fates } = await interrupted();
        wire(1).welcomes("token-2");
        expect([texts(wire(1)), wire(1).said("offer")]).toEqual([["three"], []]);
        expect(fates.slice(2)).toEqual(["one: unknown", "two: unknown", "three: sent"]);
    });
});
