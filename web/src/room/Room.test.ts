import { beforeEach, describe, expect, it, vi } from "vitest";
import { alice, aRoom, lea } from "./aRoom.fixture";
import { consentText } from "./Consent";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
        },
    );
});

describe("coming in", () => {
    it("knows who is here and what this is", async () => {
        const { room } = await aRoom();
        expect(room.view.get()).toMatchObject({ phase: "inside", title: "Discovery call", self: { name: "Lea" } });
        expect(room.view.get().participants.map(({ name }) => name)).toEqual(["Lea", "Alice", "Parley"]);
    });

    it("says what it sends and what was agreed", async () => {
        const { sent } = await aRoom();
        expect(sent("media").at(-1)?.payload).toEqual({ audio: true, video: false });
        expect(sent("consent").map(({ payload }) => payload)).toEqual([{ given: true, text: consentText }]);
    });

    it("without agreement says nothing about consent", async () => {
        const { sent } = await aRoom({ agrees: false });
        expect(sent("consent")).toEqual([]);
    });

    it("says the consent again once the interviewer has said what it is", async () => {
        const { sent, says, room } = await aRoom();
        says("error", { code: "NOT_DISCLOSED", message: "not yet" }, { re: sent("consent")[0]?.id });
        expect(room.view.get().notice).toBe("");
        says("speech", { segmentId: "s", kind: "disclosure", text: "I am an AI." });
        expect(sent("consent")).toHaveLength(2);
        expect(room.view.get().disclosure).toBe("I am an AI.");
    });
});

describe("who is here", () => {
    it("follows comings and goings, and lets go of their media", async () => {
        const { room, says, mesh } = await aRoom();
        says("joined", { participant: { ...lea, participantId: "bob", name: "Bob" } });
        says("left", { participantId: "alice", reason: "left" });
        expect(room.view.get().participants.map(({ name }) => name)).toEqual(["Lea", "Parley", "Bob"]);
        expect(mesh.asked).toContain("drop alice");
    });

    it("somebody who comes back is here once", async () => {
        const { room, says } = await aRoom();
        says("joined", { participant: { ...alice, video: true } });
        expect(room.view.get().participants.filter(({ name }) => name === "Alice")).toHaveLength(1);
    });

    it("shows who speaks and who is muted", async () => {
        const { room, says } = await aRoom();
        says("level", { level: 0.4, speaking: true }, { from: "alice" });
        says("media", { audio: false, video: true }, { from: "alice" });
        expect(room.levels.get()["alice"]).toEqual({ level: 0.4, speaking: true });
        expect(room.view.get().participants[1]).toMatchObject({ audio: false, video: true });
    });
});

describe("one's own words", () => {
    it("are not listened to before consent is stored", async () => {
        const { listened, agreed } = await aRoom();
        expect(listened()).toBe(false);
        agreed();
        expect(listened()).toBe(true);
    });

    it("are listened to by an engine that knows the names of the organisation", async () => {
        const { agreed, hints } = await aRoom();
        agreed();
        expect(hints).toEqual(["Quetzal"]);
    });

    it("are shown at once, and settled when stored", async () => {
        const { agreed, hear, sent, says, room, texts } = await aRoom();
        agreed();
        hear("we have", false);
        expect(texts()).toEqual(["Lea: we have…"]);
        hear("We have three hundred orders.");
        const segment = sent("segment").at(-1)?.payload;
        expect(segment).toMatchObject({ text: "We have three hundred orders.", final: true });
        says("recorded", { segmentId: segment?.segmentId ?? "" });
        expect(room.conversation.lines.get()[0]).toMatchObject({ final: true, fate: "recorded" });
    });

    it("that were typed are an answer too", async () => {
        const { agreed, room, sent } = await aRoom();
        agreed();
        room.type("Forty thousand euro.");
        expect(sent("segment")[0]?.payload).toMatchObject({
            text: "Forty thousand euro.",
            source: "typed",
            final: true,
        });
    });

    it("that were typed without consent are a message", async () => {
        const { room, sent, texts } = await aRoom({ agrees: false });
        room.type("I would rather not.");
        expect(sent("segment")).toEqual([]);
        expect(sent("chat")[0]?.payload).toEqual({ text: "I would rather not." });
        expect(texts()).toEqual(["Lea: I would rather not."]);
    });

    it("that were refused are marked so", async () => {
        const { agreed, room, sent, says } = await aRoom();
        agreed();
        room.type("Hello?");
        says("error", { code: "NO_CONSENT", message: "This person has not agreed." }, { re: sent("segment")[0]?.id });
        expect(room.conversation.lines.get()[0]?.fate).toBe("not-recorded");
        expect(room.view.get().notice).toBe("This person has not agreed.");
    });

    it("are not sent any more once consent is taken back", async () => {
        const { room, agreed, hear, sent, says, aborted } = await aRoom();
        agreed();
        hear("about forty", false);
        room.consent.answer(false);
        expect(aborted()).toBe(1);
        expect(sent("consent").at(-1)?.payload).toEqual({ given: false });
        says("consent", { given: false }, { from: "lea" });
        expect(room.consent.state.get()).toBe("declined");
        const before = sent("segment").length;
        hear("forty thousand", true);
        room.type("And this is only a message.");
        expect(sent("segment")).toHaveLength(before);
    });

    it("end when the microphone is muted", async () => {
        const { agreed, hear, devices, sent } = await aRoom();
        agreed();
        hear("about forty", false);
        devices.patch({ microphone: "off" });
        expect(sent("segment").at(-1)?.payload).toMatchObject({ text: "about forty", final: true });
        expect(sent("media").at(-1)?.payload).toEqual({ audio: false, video: false });
    });
});

describe("the interviewer", () => {
    it("is seen thinking and heard speaking", async () => {
        const { room, says, spoken, texts } = await aRoom();
        says("interviewer", { state: "thinking" });
        expect(room.view.get().interviewerState).toBe("thinking");
        says("speech", { segmentId: "q1", kind: "question", text: "Who decides? And when?" });
        expect(spoken).toEqual(["Who decides?"]);
        expect(texts()).toEqual(["Parley: Who decides? And when?"]);
    });

    it("is shown once although caption and speech both bring the words", async () => {
        const { says, texts } = await aRoom();
        says("speech", { segmentId: "q1", kind: "question", text: "Who decides?" });
        says("caption", {
            segmentId: "q1",
            speaker: "parley",
            name: "Parley",
            role: "interviewer",
            text: "Who decides?",
            final: true,
            revision: 1,
        });
        expect(texts()).toEqual(["Parley: Who decides?"]);
    });

    it("does not hear itself through the loudspeaker", async () => {
        const { agreed, says, hear, sent, spoken } = await aRoom();
        agreed();
        says("speech", { segmentId: "q1", kind: "question", text: "Do you have a budget for this year?" });
        hear("you have a budget for this year");
        expect(sent("segment")).toEqual([]);
        expect(spoken).not.toContain("(hush)");
    });

    it("is not stopped by a nod, but by words", async () => {
        const { agreed, says, hear, sent, spoken } = await aRoom();
        agreed();
        says("speech", { segmentId: "q1", kind: "question", text: "Do you have a budget for this year?" });
        hear("mhm okay", false);
        expect(spoken).not.toContain("(hush)");
        hear("wait, first another thing", false);
        expect(spoken).toContain("(hush)");
        expect(sent("segment")).toHaveLength(1);
    });

    it("tells the host how far it has come", async () => {
        const { room, says } = await aRoom();
        says("progress", { asked: 3, answered: 2, skipped: 0, total: 6 });
        expect(room.view.get().progress).toEqual({ asked: 3, answered: 2, skipped: 0, total: 6 });
    });
});

describe("the end", () => {
    it("of the meeting is the end of everything here", async () => {
        const { room, says, end, mesh, level, sent } = await aRoom();
        says("ended", { reason: "interview complete" });
        end(4410);
        expect(room.view.get()).toMatchObject({ phase: "over", reason: "interview complete" });
        expect(mesh.asked.at(-1)).toBe("close");
        level.set({ level: 0.3, speaking: true });
        expect(sent("level")).toEqual([]);
    });

    it("of one's own visit is said to the server", async () => {
        const { room, sent } = await aRoom();
        room.leave();
        expect(sent("leave")).toHaveLength(1);
        expect(room.view.get()).toMatchObject({ phase: "over", reason: "LEFT" });
    });

    it("by another window is told", async () => {
        const { room, end } = await aRoom();
        end(4409);
        expect(room.view.get()).toMatchObject({ phase: "refused", reason: "REPLACED" });
    });
});

describe("among several people", () => {
    it("whoever is asked to speak is told, and everybody sees whose turn it is", async () => {
        const { room, says } = await aRoom();
        says("floor", { participantId: "alice", queue: ["lea"] });
        expect(room.view.get()).toMatchObject({ floor: { participantId: "alice", queue: ["lea"] }, notice: "" });
        says("floor", { participantId: lea.participantId, queue: [] });
        expect(room.view.get().notice).toBe("You have the floor.");
        says("floor", { participantId: null, queue: [] });
        expect(room.view.get().floor.participantId).toBeNull();
    });

    it("the interviewer falls silent when it is told to", async () => {
        const { room, says, sent } = await aRoom();
        says("speech", { segmentId: "s", kind: "question", text: "Is there a budget? And who decides?" });
        expect(room.speaking.view.get().sentence).toBe("Is there a budget?");
        says("hush", { segmentId: "s" });
        expect(room.speaking.view.get().sentence).toBeUndefined();
        expect(sent("said").map(({ payload }) => payload)).toEqual([{ segmentId: "s", characters: 0, outcome: "cut" }]);
    });
});
