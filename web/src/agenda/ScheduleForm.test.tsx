// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { Refused, serverAnswers, show, type Answers } from "../look/show.fixture";
import { ScheduleForm } from "./ScheduleForm";

afterEach(cleanup);

const ada = { leadId: "ada", name: "Ada Keller", company: "Nordwind", email: "ada@nordwind.test" };
const discovery = { questionSetId: "q", title: "Discovery", publishedVersion: 2, retired: false };

function form(answers: Answers = {}) {
    const asked = serverAnswers({ "GET /leads": [ada], "GET /question-sets": [discovery], ...answers });
    show(<ScheduleForm onDone={() => {}} />);
    return { asked, user: userEvent.setup() };
}
// By label and text: asking for roles makes jsdom style every node, which takes seconds.
const field = (name: string) => screen.getByLabelText(name, { selector: "input" });

async function choose(user: ReturnType<typeof userEvent.setup>, name: string, option: RegExp | string) {
    await user.click(field(name));
    await user.click(await screen.findByText(option));
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
    await user.type(field("Title"), "Discovery call");
    await choose(user, "Lead", /Ada Keller/);
    await choose(user, "Question set", /Discovery/);
}
const send = (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByText("Schedule"));

describe("scheduling", () => {
    it("says what is missing, at its field", async () => {
        const { user, asked } = form();
        await send(user);
        expect(screen.getByText("A meeting needs a title.")).toBeTruthy();
        expect(screen.getByText("The AI needs a published question set.")).toBeTruthy();
        expect(asked.some(({ method }) => method === "POST")).toBe(false);
    });

    it("asks the server, and offers the lead's link", async () => {
        const { user, asked } = form({
            "POST /meetings": {
                meetingId: "m",
                roomId: "r",
                start: "2026-12-01T14:00:00Z",
                joinUrl: "http://localhost/join/secret",
            },
        });
        await fill(user);
        await send(user);
        expect(await screen.findByDisplayValue("http://localhost/join/secret")).toBeTruthy();
        const body = asked.find(({ method }) => method === "POST")?.body;
        expect(body).toMatchObject({
            title: "Discovery call",
            leadId: "ada",
            questionSetId: "q",
            durationMinutes: 30,
            interviewer: "ai",
        });
        expect((body as { localStart: string }).localStart).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    });

    it("shows a refusal at the field that it concerns", async () => {
        const refusal = new Refused(422, {
            code: "STARTS_IN_THE_PAST",
            detail: "The meeting would start in the past.",
            field: "localStart",
        });
        const { user } = form({ "POST /meetings": refusal });
        await fill(user);
        await send(user);
        expect(await screen.findByText("The meeting would start in the past.")).toBeTruthy();
        await waitFor(() => expect(field("Time").getAttribute("aria-invalid")).toBe("true"));
    });

    it("shows a refusal that concerns no field above the buttons", async () => {
        const { user } = form({
            "POST /meetings": new Refused(409, {
                code: "SLOT_TAKEN",
                detail: "The host already has a meeting at this time.",
            }),
        });
        await fill(user);
        await send(user);
        expect((await screen.findByRole("alert")).textContent).toContain("SLOT_TAKEN");
    });

    it("sends again under the same id", async () => {
        const { user, asked } = form({ "POST /meetings": new Refused(409, { code: "SLOT_TAKEN", detail: "Taken." }) });
        await fill(user);
        await send(user);
        await screen.findByRole("alert");
        await send(user);
        await waitFor(() => expect(asked.filter(({ method }) => method === "POST")).toHaveLength(2));
        const ids = asked
            .filter(({ method }) => method === "POST")
            .map(({ body }) => (body as { meetingId: string }).meetingId);
        expect(new Set(ids).size).toBe(1);
    });

    it("offers both instants of a repeated hour, as the server's clocks have it", async () => {
        const year = new Date().getUTCFullYear() + 1;
        const { user, asked } = form({
            "GET /zones/offsets": {
                tzdb: "2026f",
                zone: "UTC",
                offset: "+00:00",
                changes: [{ at: `${year}-06-15T12:00:00Z`, before: "+00:00", after: "-01:00" }],
            },
            "POST /meetings": {
                meetingId: "m",
                roomId: "r",
                start: `${year}-06-15T12:30:00Z`,
                joinUrl: "http://x/join/s",
            },
        });
        await fill(user);
        await user.clear(field("Date"));
        await user.type(field("Date"), `${year}-06-15`);
        await user.clear(field("Time"));
        await user.type(field("Time"), "11:30");
        expect(await screen.findByText("Clocks show this time twice on that day")).toBeTruthy();
        await user.click(screen.getByText(/11:30 at UTC−01:00/));
        await send(user);
        await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
        expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
            localStart: `${year}-06-15T11:30`,
            offset: "-01:00",
        });
    });
});
