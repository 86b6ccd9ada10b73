/** From an empty library to a meeting in the agenda, with nothing but the page. */
import { assert, type Journey, signIn } from "./people";

export default async function story({ open, check }: Journey): Promise<void> {
    const mark = Date.now().toString(36);
    const set = `Discovery ${mark}`;
    const title = `First call ${mark}`;
    const page = await open();
    const watcher = await open();

    await check("a sales person signs in", async () => {
        await signIn(page);
        await signIn(watcher, "second@demo.test");
    });

    await check("makes a question set", async () => {
        await page.getByRole("link", { name: "Question sets" }).click();
        await page.getByRole("button", { name: "New question set" }).click();
        await page.getByRole("textbox", { name: "Title" }).fill(set);
        await page.getByRole("button", { name: "Create" }).click();
        await page.getByRole("heading", { name: set }).waitFor();
    });

    await check("with three questions, one of them a choice", async () => {
        for (const [number, text] of [
            "What problem should it solve?",
            "Do you have a budget?",
            "Which team decides?",
        ].entries()) {
            await page.getByRole("button", { name: "Add question" }).click();
            const dialog = page.getByRole("dialog", { name: "Add question" });
            await dialog.getByRole("textbox", { name: "Question", exact: true }).fill(text);
            if (number === 2) {
                await dialog.getByRole("combobox", { name: "Kind of answer" }).click();
                await page.getByRole("option", { name: "One of several" }).click();
                for (const option of ["Sales", "IT"]) {
                    await dialog.getByRole("combobox", { name: "Options" }).fill(option);
                    await page.keyboard.press("Enter");
                }
            }
            await dialog.getByRole("button", { name: "Save question" }).click();
            await page.getByText(`${number + 1}. ${text}`).waitFor();
            await dialog.waitFor({ state: "hidden" });
        }
    });

    await check("orders them by keyboard", async () => {
        await page.getByRole("button", { name: "Move question 3", exact: true }).focus();
        await page.keyboard.press("Space");
        await page
            .getByText(/draggable item/i)
            .last()
            .waitFor({ state: "attached" });
        await page.waitForTimeout(300);
        await page.keyboard.press("ArrowUp");
        await page.waitForTimeout(300);
        await page.keyboard.press("Space");
        await page.getByText("2. Which team decides?").waitFor();
    });

    await check("publishes them", async () => {
        await page.getByRole("button", { name: "Publish" }).click();
        await page.getByText("version 1 is published").waitFor();
    });

    await check("creates a lead", async () => {
        await page.getByRole("link", { name: "Leads" }).click();
        await page.getByRole("button", { name: "New lead" }).click();
        const dialog = page.getByRole("dialog", { name: "New lead" });
        await dialog.getByRole("textbox", { name: "Name" }).fill(`Ada ${mark}`);
        await dialog.getByRole("textbox", { name: "E-mail" }).fill(`ada.${mark}@nordwind.test`);
        await dialog.getByRole("textbox", { name: "Company" }).fill("Nordwind");
        await dialog.getByRole("button", { name: "Create lead" }).click();
        await page.getByRole("link", { name: `Ada ${mark}` }).waitFor();
    });

    await check("is told when clocks jump over the chosen time", async () => {
        await page.getByRole("link", { name: "Agenda", exact: true }).click();
        await page.getByRole("button", { name: "Schedule meeting" }).click();
        const drawer = page.getByRole("dialog", { name: "Schedule a meeting" });
        await drawer.getByRole("combobox", { name: "Time zone" }).click();
        await drawer.getByRole("combobox", { name: "Time zone" }).fill("new york");
        await page.getByRole("option", { name: "New York (America)" }).click();
        await drawer.getByLabel("Date").fill("2027-03-14");
        await drawer.getByLabel("Date").press("Tab");
        await drawer.getByLabel("Time", { exact: true }).fill("02:30");
        await drawer.getByText("Clocks jump over this time on that day").waitFor();
        const readings = drawer.getByRole("radiogroup", { name: "Which one is meant?" }).getByRole("radio");
        assert((await readings.count()) === 2, "both readings are offered");
    });

    await check("schedules the meeting and gets the lead's link", async () => {
        const drawer = page.getByRole("dialog", { name: "Schedule a meeting" });
        await drawer.getByRole("textbox", { name: "Title" }).fill(title);
        await drawer.getByRole("combobox", { name: "Lead" }).click();
        await page.getByRole("option", { name: `Ada ${mark}, Nordwind` }).click();
        // Somewhere in the coming weeks, at a minute of its own: the demo's calendar may be busy.
        const start = new Date(Date.now() + (1 + Math.floor(Math.random() * 20)) * 86_400_000);
        await drawer.getByLabel("Date").fill(start.toISOString().slice(0, 10));
        await drawer.getByLabel("Date").press("Tab");
        const minute = String(Math.floor(Math.random() * 60)).padStart(2, "0");
        await drawer
            .getByLabel("Time", { exact: true })
            .fill(`${String(9 + Math.floor(Math.random() * 8)).padStart(2, "0")}:${minute}`);
        await drawer.getByRole("combobox", { name: "Question set" }).click();
        await page.getByRole("option", { name: `${set} (version 1)` }).click();
        await drawer.getByRole("button", { name: "Schedule", exact: true }).click();
        await drawer.getByText("The invitation is on its way by mail.").waitFor();
        const link = await drawer.getByRole("textbox", { name: "Link for the lead" }).inputValue();
        assert(/\/join\/.{20,}/.test(link), `the link is no join link: ${link}`);
        await drawer.getByRole("button", { name: "Done" }).click();
    });

    await check("sees it in the agenda, and so does the colleague without reloading", async () => {
        await page.getByText("List", { exact: true }).click();
        await watcher.getByText("List", { exact: true }).click();
        for (const one of [page, watcher]) {
            const entry = one.getByText(new RegExp(title));
            // The meeting may be in the next month.
            await entry
                .first()
                .waitFor({ timeout: 10_000 })
                .catch(() => one.getByRole("button", { name: "Later" }).click());
            await entry.first().waitFor();
        }
    });

    await check("finds everything on the meeting's page", async () => {
        await page.getByText(new RegExp(title)).first().click();
        await page.getByRole("heading", { name: title }).waitFor();
        await page.getByText("What problem should it solve?").waitFor();
        await page.getByRole("button", { name: `Copy guest link of Ada ${mark}` }).waitFor();
    });

    await check("finds the invitation in the mailbox", async () => {
        await page.getByRole("link", { name: "Mailbox" }).click();
        await page
            .getByRole("button", { name: new RegExp(`${title}[^]*ada\\.${mark}@`) })
            .first()
            .click();
        await page.getByRole("tab", { name: "Calendar part" }).click();
        await page.getByText(/METHOD:REQUEST/).waitFor();
    });

    await check("cancels it, and everybody sees that", async () => {
        await page.goBack();
        await page.getByRole("button", { name: "Cancel meeting" }).click();
        const dialog = page.getByRole("dialog", { name: "Cancel meeting?" });
        await dialog.getByRole("textbox").fill("only a rehearsal");
        await dialog.getByRole("button", { name: "Cancel meeting" }).click();
        await page.getByText("Cancelled", { exact: true }).waitFor();
        await page.getByRole("link", { name: "Timeline" }).click();
        await page.getByRole("button", { name: /Meeting cancelled/ }).click();
        await page.getByText(/"only a rehearsal"/).waitFor();
    });
}
