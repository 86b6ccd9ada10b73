// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { show } from "../look/show.fixture";
import { aRoom, welcome } from "./aRoom.fixture";
import { PeoplePanel } from "./PeoplePanel";
import { Waiting } from "./Waiting";
import { WaitingList } from "./WaitingList";

beforeEach(() => {
    vi.stubGlobal(
        "MediaStream",
        class {
            getAudioTracks = () => [];
        },
    );
});
afterEach(cleanup);

const knock = (participantId: string, name: string) =>
    ({ participantId, name, role: "guest", since: "2026-12-01T13:52:01Z" }) as const;

async function hosting() {
    const fixture = await aRoom({ greeted: false });
    fixture.says("welcome", { ...welcome, self: { participantId: "alice", name: "Alice", role: "host" }, waiting: [] });
    return { ...fixture, user: userEvent.setup() };
}

describe("the waiting list", () => {
    it("is said aloud and decided with one press", async () => {
        const { room, says, sent, user } = await hosting();
        show(<WaitingList room={room} />);
        act(() => says("knock", knock("bob", "Bob")));
        expect(screen.getByRole("status").textContent).toContain("Bob, guest");
        await user.click(screen.getByRole("button", { name: "Let Bob in" }));
        await user.click(screen.getByRole("button", { name: "Do not let Bob in" }));
        expect([sent("admit")[0]?.payload, sent("deny")[0]?.payload]).toEqual([
            { participantId: "bob" },
            { participantId: "bob" },
        ]);
    });

    it("lets everybody in at once where there are several", async () => {
        const { room, says, sent, user } = await hosting();
        show(<WaitingList room={room} />);
        act(() => says("knock", knock("bob", "Bob")));
        expect(screen.queryByRole("button", { name: "Let everybody in" })).toBeNull();
        act(() => says("knock", knock("cy", "Cy")));
        await user.click(screen.getByRole("button", { name: "Let everybody in" }));
        expect(sent("admit-all")).toHaveLength(1);
    });
});

describe("the people panel", () => {
    it("asks once more before putting somebody out, and works by keyboard", async () => {
        const { room, sent, user } = await hosting();
        show(<PeoplePanel room={room} />);
        screen.getByRole("button", { name: "People" }).focus();
        await user.keyboard("{Enter}");
        await user.click(await screen.findByRole("button", { name: "Remove Lea…" }));
        expect(sent("remove")).toEqual([]);
        await user.click(screen.getByRole("button", { name: "Remove for good" }));
        expect(sent("remove")[0]?.payload).toEqual({ participantId: "lea", ban: true });
    });

    it("offers nothing against hosts and the interviewer", async () => {
        const { room, user } = await hosting();
        show(<PeoplePanel room={room} />);
        await user.click(screen.getByRole("button", { name: "People" }));
        await screen.findByRole("button", { name: "Mute Lea" });
        expect(screen.queryByRole("button", { name: /Mute (Alice|Parley)/ })).toBeNull();
    });

    it("locks when the server says so", async () => {
        const { room, says, sent, user } = await hosting();
        show(<PeoplePanel room={room} />);
        await user.click(screen.getByRole("button", { name: "People" }));
        const locked = await screen.findByRole<HTMLInputElement>("switch");
        await user.click(locked);
        expect([sent("lock")[0]?.payload, locked.checked]).toEqual([{ locked: true }, false]);
        act(() => says("lock", { locked: true }));
        expect(locked.checked).toBe(true);
    });

    it("gives guests no measures", async () => {
        const { room } = await aRoom();
        show(<PeoplePanel room={room} />);
        await userEvent.setup().click(screen.getByRole("button", { name: "People" }));
        await screen.findByText(/Lea \(you\)/);
        expect(screen.queryByRole("switch")).toBeNull();
        expect(screen.queryByRole("button", { name: /Remove/ })).toBeNull();
    });
});

describe("the waiting screen", () => {
    it("says why, until when, and that an AI leads", () => {
        show(
            <Waiting
                waiting={{
                    reason: "host-admits",
                    since: "2026-12-01T13:52:00Z",
                    atTheLatest: "2026-12-01T14:05:00Z",
                }}
                when="today with Alice"
                interviewer="ai"
                onLeave={() => {}}
            />,
        );
        expect(screen.getByRole("heading", { name: "Waiting to be let in" })).toBeTruthy();
        expect(screen.getByText(/If no host comes/)).toBeTruthy();
        expect(screen.getByText(/An AI leads this meeting/)).toBeTruthy();
    });
});

it("says of each how long they spoke, and how much of it became text", async () => {
    const { room, user } = await hosting();
    show(<PeoplePanel room={room} />);
    room.coverage.view.patch({
        alice: { spoken: 190_000, transcribed: 175_000, unheard: false },
        lea: { spoken: 62_000, transcribed: 4_000, unheard: true },
    });
    await user.click(screen.getByRole("button", { name: "People" }));
    expect(screen.getByText("spoke 3:10, of which 2:55 became text")).toBeTruthy();
    expect(screen.getByText("spoke 1:02, of which 0:04 became text: no words arrive just now")).toBeTruthy();
});
