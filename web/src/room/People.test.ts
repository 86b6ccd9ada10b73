import { beforeEach, describe, expect, it, vi } from "vitest";
import { alice, aRoom, lea, welcome } from "./aRoom.fixture";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
        },
    );
});

const bob = { participantId: "bob", name: "Bob", role: "guest", since: "2026-12-01T13:52:01Z" } as const;
const asHost = { ...welcome, self: { participantId: "alice", name: "Alice", role: "host" }, waiting: [bob] } as const;

describe("waiting to be let in", () => {
    it("says for what, and ends with the welcome", async () => {
        const { room, says } = await aRoom({ greeted: false });
        says("waiting", { reason: "host-admits", since: "2026-12-01T13:52:01Z" }, { re: 1 });
        expect(room.view.get()).toMatchObject({ phase: "waiting", waiting: { reason: "host-admits" } });
        says("welcome", welcome, { re: 1 });
        expect(room.view.get()).toMatchObject({ phase: "inside", waiting: undefined });
    });

    it("sends nothing but what was asked", async () => {
        const { room, says, sent } = await aRoom({ greeted: false });
        says("waiting", { reason: "locked", since: "2026-12-01T13:52:01Z" }, { re: 1 });
        room.type("Hello?");
        room.people.raiseHand(true);
        expect([sent("chat"), sent("hand"), sent("media")]).toEqual([[], [], []]);
    });

    it("ends for good where the host says no", async () => {
        const { room, says, end } = await aRoom({ greeted: false });
        says("waiting", { reason: "host-admits", since: "2026-12-01T13:52:01Z" }, { re: 1 });
        end(4403, "DENIED");
        expect(room.view.get()).toMatchObject({ phase: "refused", reason: "DENIED" });
    });
});

describe("who knocks", () => {
    it("is on the host's list until they are in or gone, once", async () => {
        const { room, says } = await aRoom({ greeted: false });
        says("welcome", { ...asHost, waiting: [bob] });
        says("knock", bob);
        says("knock", { ...bob, participantId: "cy", name: "Cy" });
        expect(room.view.get().knocks.map(({ name }) => name)).toEqual(["Bob", "Cy"]);
        says("knock-over", { participantId: "bob" });
        expect(room.view.get().knocks.map(({ name }) => name)).toEqual(["Cy"]);
    });

    it("is forgotten with the session", async () => {
        const { room, says } = await aRoom({ greeted: false });
        says("welcome", { ...asHost, waiting: [bob] });
        says("welcome", { ...asHost, waiting: [] });
        expect(room.view.get().knocks).toEqual([]);
    });
});

describe("keeping order", () => {
    it("is asked of the server, and shown when it is so", async () => {
        const { room, says, sent } = await aRoom();
        room.people.lock(true);
        room.people.raiseHand(true);
        expect([sent("lock")[0]?.payload, sent("hand")[0]?.payload]).toEqual([{ locked: true }, { raised: true }]);
        expect(room.view.get().locked).toBe(false);
        says("lock", { locked: true });
        says("hand", { raised: true }, { from: "lea" });
        expect(room.view.get().locked).toBe(true);
        expect(room.view.get().participants.find(({ name }) => name === "Lea")?.hand).toBe(true);
    });

    it("asks by the ids of people", async () => {
        const { room, sent } = await aRoom();
        room.people.admit("bob");
        room.people.admitAll();
        room.people.deny("bob");
        room.people.mute("bob", true);
        room.people.remove("bob", true);
        expect([
            sent("admit")[0]?.payload,
            sent("admit-all")[0]?.payload,
            sent("deny")[0]?.payload,
            sent("mute")[0]?.payload,
            sent("remove")[0]?.payload,
        ]).toEqual([
            { participantId: "bob" },
            {},
            { participantId: "bob" },
            { participantId: "bob", force: true },
            { participantId: "bob", ban: true },
        ]);
    });

    it("by muting somebody else changes nothing here", async () => {
        const { room, says, switched } = await aRoom();
        says("mute", { participantId: "alice", force: true, by: "alice" });
        expect([switched, room.view.get().notice]).toEqual([[], ""]);
    });

    it("asks by name to mute, and leaves it to the person", async () => {
        const { room, says, switched } = await aRoom();
        says("mute", { participantId: lea.participantId, force: false, by: alice.participantId });
        expect([switched, room.view.get().notice]).toEqual([[], "Alice asks you to mute your microphone."]);
    });

    it("mutes by name", async () => {
        const { room, says, switched } = await aRoom();
        says("mute", { participantId: lea.participantId, force: true, by: alice.participantId });
        expect([switched, room.view.get().notice]).toEqual([[false], "Alice has muted your microphone."]);
    });
});
