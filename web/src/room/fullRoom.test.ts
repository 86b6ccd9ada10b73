import { beforeEach, describe, expect, it, vi } from "vitest";
import { aRoom } from "./aRoom.fixture";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
        },
    );
});

describe("more people than can be connected", () => {
    const full = { code: "MESH_FULL", message: "No more people can connect." };

    it("is told, and tried again when somebody leaves", async () => {
        const { room, says, sent, level } = await aRoom();
        says("error", full, { re: sent("media")[0]?.id });
        expect(room.view.get()).toMatchObject({ withoutMedia: true, notice: "" });
        level.set({ level: 0.3, speaking: true });
        expect(sent("level")).toEqual([]);
        const before = sent("media").length;
        says("left", { participantId: "alice", reason: "left" });
        expect(sent("media")).toHaveLength(before + 1);
        expect(room.view.get().withoutMedia).toBe(false);
    });
});
