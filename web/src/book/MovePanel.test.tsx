// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Refused, serverAnswers, show, type Answers } from "../look/show.fixture";
import { MovePanel } from "./MovePanel";

afterEach(cleanup);

const day = new Date(Date.now() + 60_000).toISOString().slice(0, 10);
const has = {
    start: `${day}T22:05:00Z`,
    end: `${day}T22:35:00Z`,
    localStart: `${day}T22:05:00`,
    offset: "+00:00",
};
const slot = { start: `${day}T23:15:00Z`, end: `${day}T23:45:00Z`, localStart: `${day}T23:15:00`, offset: "+00:00" };

function panel(answers: Answers = {}) {
    const done = vi.fn();
    const asked = serverAnswers({
        "GET /guest/t/slots": { slots: [has, slot] },
        "POST /guest/t/reschedule": {},
        ...answers,
    });
    show(<MovePanel token="t" start={has.start} onDone={done} />);
    return { asked, done, user: userEvent.setup() };
}

describe("another time for an appointment", () => {
    it("is moved only after a second look", async () => {
        const { asked, done, user } = panel();
        await user.click(await screen.findByText(/:15/));
        expect(asked.some(({ method }) => method === "POST")).toBe(false);
        await user.click(screen.getByText("Move it there"));
        await waitFor(() => expect(done).toHaveBeenCalled());
        expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ start: slot.start });
    });

    it("is not the time that it has", async () => {
        panel();
        await screen.findByText(/:15/);
        expect(screen.queryByText(/:05/)).toBeNull();
    });

    it("says why the host's rules are against it", async () => {
        const refusal = new Refused(409, { code: "SLOT_TAKEN", detail: "The host is busy then.", field: "start" });
        const { done, user } = panel({ "POST /guest/t/reschedule": refusal });
        await user.click(await screen.findByText(/:15/));
        await user.click(screen.getByText("Move it there"));
        expect(await screen.findByText("The host is busy then.")).toBeTruthy();
        expect(done).not.toHaveBeenCalled();
    });
});
