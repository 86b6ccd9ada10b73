/** From the hours that somebody sets to a meeting that a stranger books and calls off, at both widths. */
import axe from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { assert, byApi, eventually, type Journey, pathOf, signIn } from "./people";

const workdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const widths = [
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
];

async function clean(page: Page): Promise<void> {
    const { violations } = await new axe({ page }).exclude("iframe").analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    assert(serious.length === 0, serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`).join("\n"));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert(over <= 0, `it is ${over} pixels too wide`);
}

/** Presses Tab until what has the focus is called so, as somebody without a mouse does. */
async function tabTo(page: Page, called: RegExp): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs++) {
        await page.keyboard.press("Tab");
        const name = await page.evaluate(() => {
            const element = document.activeElement as HTMLInputElement | null;
            return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
        });
        if (called.test(name)) return;
    }
    throw new Error(`Tab never reaches ${called}`);
}

export default async function booking({ url, open, check, independent }: Journey): Promise<void> {
    const host = await byApi(url, "second@demo.test");
    await host.ask("PUT", "/calendars/me/availability", {
        zone: "Etc/UTC",
        weekly: workdays.map((day) => ({ day, from: "09:00", to: "17:00" })),
        overrides: [],
        minimumNoticeMinutes: 0,
        horizonDays: 60,
        stepMinutes: 30,
    });
    const slug = `intro-${Date.now().toString(36)}`;
    await host.ask("PUT", `/calendars/me/meeting-types/${slug}`, {
        title: "Intro call",
        durationMinutes: 30,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        interviewer: "human",
        location: "",
        open: true,
    });
    const { meetingTypes } = await eventually(
        "the meeting type",
        () => host.ask<{ meetingTypes: { slug: string; publicPath: string }[] }>("GET", "/calendars/me"),
        (calendar) => calendar.meetingTypes.some((type) => type.slug === slug),
    );
    const path = meetingTypes.find((type) => type.slug === slug)?.publicPath ?? "";
    const slots = async () =>
        (await host.ask<{ slots: { start: string }[] }>("GET", `${path.replace("/book", "/public")}/slots`)).slots;
    const hostile = `Mallory <img src=x onerror="document.title='owned'">`;

    for (const viewport of widths) {
        const lead = await open({ viewport, reducedMotion: "reduce", timezoneId: "America/New_York" });
        await check(`a lead books with the keyboard alone (${viewport.width})`, async () => {
            await lead.goto(path);
            await lead
                .getByRole("button", { name: /^\d\d:\d\d$/ })
                .first()
                .waitFor();
            await clean(lead);
            await tabTo(lead, /^\d\d:\d\d$/);
            await lead.keyboard.press("Enter");
            await lead.getByText(/kept for you until/).waitFor();
            await clean(lead);
            await tabTo(lead, /Your name/);
            await lead.keyboard.type(hostile);
            await tabTo(lead, /E-mail/);
            await lead.keyboard.type(`mallory.${viewport.width}@lead.test`);
            await lead.keyboard.press("Enter");
            await lead.getByRole("heading", { name: "You are booked" }).waitFor();
            await clean(lead);
        });
        await check(`moves it by the link, with the keyboard alone (${viewport.width})`, async () => {
            await lead.getByRole("link", { name: /cancel your appointment/ }).click();
            await lead.getByRole("button", { name: "Choose another time" }).waitFor();
            await clean(lead);
            const before = await lead.getByRole("main").innerText();
            await tabTo(lead, /^Choose another time$/);
            await lead.keyboard.press("Enter");
            await lead
                .getByRole("button", { name: /^\d\d:\d\d$/ })
                .first()
                .waitFor();
            await clean(lead);
            await tabTo(lead, /^\d\d:\d\d$/);
            await lead.keyboard.press("Enter");
            await lead.getByText(/Everybody gets an update/).waitFor();
            await clean(lead);
            await tabTo(lead, /^Move it there$/);
            await lead.keyboard.press("Enter");
            await lead.getByRole("button", { name: "Choose another time" }).waitFor();
            await eventually(
                "another time on the page",
                () => lead.getByRole("main").innerText(),
                (now) => now !== before,
            );
        });
        await check(`and calls it off by the link (${viewport.width})`, async () => {
            await lead.getByRole("button", { name: "Cancel appointment" }).click();
            const dialog = lead.getByRole("dialog");
            await dialog.getByRole("textbox").fill("something came up");
            await dialog.getByRole("button", { name: "Cancel appointment" }).click();
            await lead.getByText("This appointment is cancelled").waitFor();
            await clean(lead);
            await lead.getByRole("link", { name: "Book another time" }).click();
            await lead
                .getByRole("button", { name: /^\d\d:\d\d$/ })
                .first()
                .waitFor();
        });
    }

    await independent("a page for strangers loads nothing of what the sales team works with", async () => {
        const stranger = await open();
        const scripts: Promise<string>[] = [];
        stranger.on("response", (answer) => {
            if (answer.url().endsWith(".js")) scripts.push(answer.text().catch(() => ""));
        });
        await stranger.goto(path);
        await stranger
            .getByRole("button", { name: /^\d\d:\d\d$/ })
            .first()
            .waitFor();
        const loaded = await Promise.all(scripts);
        assert(loaded.length > 0, "it loaded no script at all");
        assert(!loaded.some((script) => script.includes("Mail diagnosis")), "it loaded the menu of the sales desk");
        await stranger.goto("/");
        await stranger.getByRole("heading", { level: 1 }).waitFor();
        const all = await Promise.all(scripts);
        assert(
            all.some((script) => script.includes("Mail diagnosis")),
            "the sales desk has no such menu: this proves nothing",
        );
    });

    const page = await open({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await check("a host takes Monday off, and Mondays are gone from the page", async () => {
        const mondays = async () => (await slots()).filter(({ start }) => new Date(start).getUTCDay() === 1).length;
        assert((await mondays()) > 0, "there is no Monday to begin with");
        await signIn(page, "second@demo.test");
        await page.goto("/availability");
        await page.getByRole("button", { name: "Remove 09:00 to 17:00 on Monday" }).click();
        await page.getByRole("button", { name: "Save availability" }).click();
        await eventually("slots on Mondays", mondays, (count) => count === 0);
    });
    await independent("hours that end before they start are refused at their day", async () => {
        await page.goto("/availability");
        await page.getByLabel("Tuesday, to", { exact: true }).fill("08:00");
        await page.getByRole("button", { name: "Save availability" }).click();
        await page.getByRole("group", { name: "Tuesday" }).getByRole("alert").waitFor();
    });
    await independent("a hostile name is only text in the preview of a mail", async () => {
        const booked = await host.ask<{ joinUrl: string }>("POST", `${path.replace("/book", "/public")}/bookings`, {
            start: (await slots()).at(-1)?.start,
            name: hostile,
            email: "mallory@lead.test",
            zone: "Etc/UTC",
        });
        assert(pathOf(booked.joinUrl).startsWith("/join/"), "no way in");
        await page.goto("/templates/invitation");
        await page.getByRole("combobox", { name: "With the meeting" }).fill("Mallory");
        await page
            .getByRole("option", { name: /Intro call · Mallory/ })
            .first()
            .click();
        const mail = page.frameLocator('iframe[title="Preview of the mail"]');
        await mail.getByText("Mallory <img").first().waitFor();
        assert((await mail.locator("img[onerror]").count()) === 0, "the name became an element");
    });
    await independent("a fault in a template is told by its line", async () => {
        await page.goto("/templates/invitation");
        await page.getByRole("textbox", { name: "Subject" }).fill("{{nonsense}}");
        await page.getByText(/^Line 1:/).waitFor();
        assert(await page.getByRole("button", { name: "Publish" }).isDisabled(), "it could be published");
    });
    await independent("declined mails stay declined", async () => {
        await page.goto("/preferences");
        await page.getByRole("switch", { name: "Reminder" }).waitFor();
        await page.getByRole("button", { name: "No more of these mails" }).click();
        await page.getByText("Saved.").waitFor();
        await page.reload();
        await page.getByRole("switch", { name: "Reminder" }).waitFor();
        assert(!(await page.getByRole("switch", { name: "Reminder" }).isChecked()), "reminders are wanted again");
        await host.ask("PUT", "/preferences", { declined: [] });
    });
}
