// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { show } from "../look/show.fixture";
import { aRoom } from "./aRoom.fixture";
import { InRoom } from "./InRoom";
import type { Visit } from "./Visit";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getTracks = () => [];
        },
    );
    HTMLMediaElement.prototype.play = async () => {};
});
afterEach(cleanup);

async function inside(agrees = true, recognises = true) {
    const fixture = await aRoom({ agrees, recognises });
    const { room } = fixture;
    const visit = {
        devices: fixture.parts.devices,
        levels: fixture.parts.levels,
        leave: () => room.leave(),
    } as unknown as Visit;
    show(<InRoom visit={visit} room={room} />);
    return {
        ...fixture,
        user: userEvent.setup(),
        says: ((...said) => act(() => fixture.says(...said))) as typeof fixture.says,
    };
}

describe("inside the room", () => {
    it("everybody is there by name", async () => {
        await inside();
        expect(screen.getByRole("group", { name: "Alice, host" })).toBeTruthy();
        expect(screen.getByRole("group", { name: "Parley, AI interviewer" })).toBeTruthy();
    });

    it("screen readers are told what the interviewer does", async () => {
        const { says } = await inside();
        says("interviewer", { state: "thinking" });
        const told = screen.getByText("Parley is thinking");
        expect(told.getAttribute("aria-live")).toBe("polite");
    });

    it("who has the attention and who is badly connected is said in words, at their tiles", async () => {
        const { says } = await inside();
        const tile = () => screen.getByRole("group", { name: "Alice, host" }).textContent;
        says("active-speaker", { participantId: "alice" });
        says("quality", { participantId: "alice", grade: "fair" });
        expect(tile()).toMatch(/speaking.*weak connection/);
        says("active-speaker", { participantId: null });
        says("quality", { participantId: "alice", grade: "poor" });
        expect(tile()).toMatch(/poor connection/);
        expect(tile()).not.toMatch(/speaking/);
        says("quality", { participantId: "alice", grade: "good" });
        expect(tile()).not.toMatch(/connection/);
    });

    it("whoever cannot be connected is told what still works", async () => {
        const { says, sent } = await inside();
        says("error", { code: "MESH_FULL", message: "full" }, { re: sent("media")[0]?.id });
        expect(screen.getByText("The others neither see nor hear you")).toBeTruthy();
    });

    it("while the line is lost, it is said how much waits", async () => {
        const { room, agreed, drop } = await inside();
        act(() => {
            agreed();
            drop();
            room.type("First.");
        });
        expect(screen.getByText(/One answer waits to be sent/)).toBeTruthy();
        act(() => room.type("Second."));
        expect(screen.getByText(/2 answers wait to be sent/)).toBeTruthy();
    });

    it("whoever is badly connected is told, and told no more when it is over", async () => {
        const { says } = await inside();
        says("quality", { participantId: "alice", grade: "poor" });
        expect(screen.queryByText("Your connection is poor")).toBeNull();
        says("quality", { participantId: "lea", grade: "poor" });
        expect(screen.getByText("Your connection is poor")).toBeTruthy();
        says("quality", { participantId: "lea", grade: "good" });
        expect(screen.queryByText("Your connection is poor")).toBeNull();
    });

    it("a typed answer goes out with Enter", async () => {
        const { user, agreed, sent } = await inside();
        act(() => agreed());
        await user.type(
            screen.getByRole("textbox", { name: "Type an answer or a message" }),
            "Forty thousand euro.{Enter}",
        );
        expect(sent("segment")[0]?.payload).toMatchObject({ text: "Forty thousand euro.", source: "typed" });
        expect(sent("typing").length).toBeGreaterThan(0);
        expect(screen.getByRole("log").textContent).toContain("Forty thousand euro.");
    });

    it("who has not agreed is asked, and can agree", async () => {
        const { user, sent } = await inside(false);
        await user.click(screen.getByRole("button", { name: "I agree" }));
        expect(sent("consent")[0]?.payload).toMatchObject({ given: true });
    });

    it("interim words are shown but not read out", async () => {
        const { says } = await inside();
        says("caption", {
            segmentId: "s",
            speaker: "alice",
            name: "Alice",
            role: "host",
            text: "so what I",
            final: false,
            revision: 1,
        });
        expect(screen.getByText("so what I").closest("[aria-hidden]")).toBeTruthy();
    });

    it("a lost line is told", async () => {
        const { drop } = await inside();
        act(() => drop());
        expect(screen.getByText(/comes back by itself/)).toBeTruthy();
    });
});

describe("speech that does not become text", () => {
    it("is said clearly in a browser that cannot recognise it, where one types instead", async () => {
        const { agreed, user, sent } = await inside(true, false);
        act(agreed);
        expect(screen.getByRole("status", { name: "Please type your answers" }).textContent).toMatch(/Firefox/);
        await user.type(screen.getByLabelText("Type an answer or a message"), "Forty thousand euro.{Enter}");
        expect(sent("segment")[0]?.payload).toMatchObject({ text: "Forty thousand euro.", source: "typed" });
    });

    it("is said while nobody's words arrive, and no more when they do", async () => {
        vi.useFakeTimers({ shouldAdvanceTime: true });
        try {
            const { agreed, room, hear } = await inside();
            act(agreed);
            room.levels.patch({ lea: { level: 0.4, speaking: true } });
            await act(() => vi.advanceTimersByTimeAsync(15_000));
            const title = "Your voice is heard, but no words arrive";
            expect(screen.getByText(title)).toBeTruthy();
            act(() => hear("forty thousand", false));
            expect(screen.queryByText(title)).toBeNull();
        } finally {
            vi.useRealTimers();
        }
    });

    it("is no surprise to whoever hears the interviewer aloud", async () => {
        const { agreed } = await inside();
        expect(screen.queryByText(/headphones/)).toBeNull();
        act(agreed);
        expect(screen.getByText(/headphones/)).toBeTruthy();
    });
});
