import { beforeEach, describe, expect, it, vi } from "vitest";
import { aRoom, welcome } from "./aRoom.fixture";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
        },
    );
});

describe("losing the line", () => {
    it("what was not confirmed is said again under the same id, and nothing else", async () => {
        const { room, agreed, sent, says, drop, reconnect } = await aRoom();
        agreed();
        room.type("First.");
        room.type("Second.");
        const [first, second] = sent("segment").map(({ payload }) => payload.segmentId);
        says("recorded", { segmentId: first ?? "" });
        drop();
        expect(room.view.get().phase).toBe("reconnecting");
        room.type("Third, while away.");
        await reconnect();
        says("resumed", { lastId: 3 });
        const again = sent("segment").map(({ payload }) => payload);
        expect(again.map(({ text }) => text)).toEqual(["Second.", "Third, while away."]);
        expect(again[0]?.segmentId).toBe(second);
        expect(room.view.get().phase).toBe("inside");
    });

    it("mends media after resuming, and begins anew after a new welcome", async () => {
        const { mesh, says, drop, reconnect } = await aRoom();
        mesh.asked.length = 0;
        drop();
        await reconnect();
        says("resumed", { lastId: 1 });
        expect(mesh.asked).toEqual(["mend"]);
        says("welcome", welcome);
        expect(mesh.asked).toEqual(["mend", "close", "use servers", "mend"]);
    });

    it("looks for new paths after resuming on another network, once", async () => {
        const { room, mesh, says, drop, reconnect } = await aRoom();
        mesh.asked.length = 0;
        room.networkLost();
        await reconnect();
        says("resumed", { lastId: 1 });
        drop();
        await reconnect(3);
        says("resumed", { lastId: 1 });
        expect(mesh.asked).toEqual(["restart", "mend"]);
    });

    it("asks at once whether anybody is there when the network is another one", async () => {
        const { room, mesh, sent } = await aRoom();
        mesh.asked.length = 0;
        room.networkChanged();
        expect([mesh.asked, sent("ice-servers").length]).toEqual([["restart"], 1]);
    });

    it("a message that is typed meanwhile waits, goes out once, and says so", async () => {
        const { room, sent, says, drop, reconnect } = await aRoom({ agrees: false });
        drop();
        room.type("Are you there?");
        const fate = () => room.conversation.lines.get().at(-1)?.fate;
        expect(fate()).toBe("waiting");
        await reconnect();
        says("resumed", { lastId: 1 });
        expect(sent("chat").map(({ payload }) => payload.text)).toEqual(["Are you there?"]);
        expect(fate()).toBe("sent");
    });

    it("answers that wait are counted, and the oldest of too many is told to be lost", async () => {
        const { room, agreed, drop } = await aRoom();
        agreed();
        drop();
        for (let number = 1; number <= 201; number++) room.type(`Answer ${number}.`);
        expect(room.words.owed.get()).toBe(200);
        expect(
            room.conversation.lines
                .get()
                .map(({ fate }) => fate)
                .slice(0, 2),
        ).toEqual(["not-recorded", "waiting"]);
    });

    it("answers that wait outlive the visit", async () => {
        const before = await aRoom();
        before.agreed();
        before.drop();
        before.room.type("Forty thousand euro.");
        before.end(4403, "ROOM_FULL");
        const { room, sent, says, texts } = await aRoom({ unsaid: before.room.words.unsaid() });
        expect(texts()).toEqual(["Lea: Forty thousand euro."]);
        const [again] = sent("segment").map(({ payload }) => payload);
        expect(again?.segmentId).toBe(before.room.words.unsaid()[0]?.segmentId);
        says("recorded", { segmentId: again?.segmentId ?? "" });
        expect([room.words.owed.get(), room.words.unsaid()]).toEqual([0, []]);
    });

    it("a restart that was announced is told apart", async () => {
        const { room, says, end } = await aRoom();
        says("go-away", { reason: "restart", inSeconds: 1 });
        end(1001);
        expect(room.view.get()).toMatchObject({ phase: "reconnecting", restarting: true });
    });

    it("what the interviewer said meanwhile is shown, not said late", async () => {
        const { says, drop, reconnect, spoken, texts } = await aRoom();
        drop();
        await reconnect();
        says("speech", { segmentId: "q1", kind: "question", text: "Who decides?" });
        says("resumed", { lastId: 1 });
        expect([spoken, texts()]).toEqual([[], ["Parley: Who decides?"]]);
    });
});
