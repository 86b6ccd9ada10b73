/** Meetings that come again, and hosts who take turns, by the pages alone. */
import { assert, byApi, eventually, type Journey, signIn } from "./people";

interface Line {
    meetingId: string;
    title: string;
    status: string;
    localStart: string;
    hostName: string;
}

export default async function series({ url, open, check }: Journey): Promise<void> {
    const sales = await byApi(url);
    await sales.lead("Rita Repeat");
    const mark = Date.now().toString(36);
    const title = `Weekly ${mark}`;
    const page = await open();
    await signIn(page);
    // Far enough ahead to meet nothing else, and a Monday.
    const first = new Date(Date.now() + (400 + Math.floor(Math.random() * 300)) * 86_400_000);
    first.setUTCDate(first.getUTCDate() + ((8 - first.getUTCDay()) % 7));
    const day = (weeks: number) => new Date(first.getTime() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    const lines = async () => {
        const all = await sales.ask<Line[]>("GET", `/agenda?from=${day(-1)}T00:00:00Z&to=${day(5)}T00:00:00Z`);
        return all.filter((line) => line.title === title);
    };

    await check("somebody schedules four weeks", async () => {
        await page.goto("/agenda");
        await page.getByRole("button", { name: "Schedule meeting" }).click();
        const form = page.getByRole("dialog");
        await form.getByRole("textbox", { name: "Title" }).fill(title);
        await form.getByRole("combobox", { name: "Lead" }).fill("Rita");
        await page
            .getByRole("option", { name: /Rita Repeat/ })
            .first()
            .click();
        await form.getByLabel("Date", { exact: true }).fill(day(0));
        await form.getByLabel("Time", { exact: true }).fill("10:00");
        await form.getByText("A person", { exact: true }).click();
        await form.getByRole("combobox", { name: "Repeats" }).click();
        await page.getByRole("option", { name: "Weekly" }).click();
        await form.getByLabel("Meetings in all").fill("4");
        await form.getByRole("button", { name: "Schedule" }).click();
        await form.getByText(/4 meetings, the first on/).waitFor();
        const made = await eventually("four meetings", lines, (found) => found.length === 4);
        assert(made[1]?.localStart.startsWith(day(1)), `the second is on ${made[1]?.localStart}`);
    });

    await check("moves the third and all that follow by an hour", async () => {
        const third = (await lines())[2];
        await page.goto(`/meetings/${third?.meetingId}`);
        await page.getByText("Number 3 of a series").waitFor();
        await page.getByRole("button", { name: "Reschedule" }).click();
        const dialog = page.getByRole("dialog", { name: "Reschedule" });
        await dialog.getByLabel(/New start/).fill(`${day(2)}T11:00`);
        await dialog.getByRole("radio", { name: /all that follow/ }).check();
        await dialog.getByRole("button", { name: "Move the meeting" }).click();
        await dialog.waitFor({ state: "hidden" });
        await eventually(
            "the hours",
            async () => (await lines()).map(({ localStart }) => localStart.slice(11, 16)).join(),
            (hours) => hours === "10:00,10:00,11:00,11:00",
        );
    });

    await check("calls off only one, then the rest", async () => {
        const second = (await lines())[1];
        await page.goto(`/meetings/${second?.meetingId}`);
        const cancel = async (which: string) => {
            await page.getByRole("button", { name: "Cancel meeting" }).click();
            const dialog = page.getByRole("dialog", { name: "Cancel meeting?" });
            await dialog.getByRole("radio", { name: which }).check();
            await dialog.getByRole("button", { name: "Cancel meeting" }).click();
            await dialog.waitFor({ state: "hidden" });
        };
        const states = async () => (await lines()).map(({ status }) => status).join();
        await cancel("Only this one");
        await eventually("one off", states, (is) => is === "scheduled,cancelled,scheduled,scheduled");
        const third = (await lines())[2];
        await page.goto(`/meetings/${third?.meetingId}`);
        await cancel("The whole series, as far as it has not begun");
        await eventually("all off", states, (is) => is === "cancelled,cancelled,cancelled,cancelled");
    });

    await check("makes a pool, and hands a meeting to whoever of it is next", async () => {
        await page.goto("/host-pools");
        await page.getByRole("button", { name: "New pool" }).click();
        const dialog = page.getByRole("dialog", { name: "New pool" });
        await dialog.getByRole("textbox", { name: "Name" }).first().fill(`Pool ${mark}`);
        await dialog.getByRole("textbox", { name: "User" }).fill("second@demo.test");
        await dialog.getByRole("textbox", { name: "Name" }).last().fill("Second Host");
        await dialog.getByRole("button", { name: "Save pool" }).click();
        await page.getByRole("heading", { name: `Pool ${mark}` }).waitFor();

        const { meetingId } = await sales.meeting(`Handed ${mark}`, "Hanna Hand", { interviewer: "human" });
        await page.goto(`/meetings/${meetingId}`);
        await page.getByRole("button", { name: "Hand over" }).click();
        const hand = page.getByRole("dialog", { name: "Hand over" });
        await hand.getByRole("combobox").click();
        await page.getByRole("option", { name: `Whoever of Pool ${mark} is next and free` }).click();
        await hand.getByRole("button", { name: "Hand it over" }).click();
        const overrule = hand.getByRole("checkbox", { name: "Do it all the same" });
        await Promise.race([hand.waitFor({ state: "hidden" }), overrule.waitFor()]);
        if (await overrule.isVisible()) {
            await overrule.check();
            await hand.getByRole("button", { name: "Hand it over" }).click();
            await hand.waitFor({ state: "hidden" });
        }
        await page.getByText(/Second Host meets/).waitFor();
        await page.goto("/host-pools");
        await page
            .getByRole("region", { name: `Pool ${mark}` })
            .getByText(/Second Host:/)
            .waitFor();
    });
}
