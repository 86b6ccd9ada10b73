/** Every page fits a phone. */
import type { Page } from "playwright-core";
import { assert, byApi, type Journey, pathOf, signIn } from "./people";

const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export default async function phone({ url, open, check, independent }: Journey): Promise<void> {
    const sales = await byApi(url);
    const questionSetId = await sales.publishedSet("A set for the phone", ["What problem are you hoping to solve?"]);
    const { meetingId, joinUrl } = await sales.meeting("A call on the phone", "Pia Kurz", { questionSetId });
    const leadId = await sales.lead("Pia Lang");
    const page = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });

    await check("signing in", () => signIn(page));
    for (const path of [
        "/agenda",
        `/meetings/${meetingId}`,
        `/meetings/${meetingId}/timeline`,
        "/leads",
        `/leads/${leadId}`,
        "/questions",
        `/questions/${questionSetId}`,
        "/search?q=budget",
        "/deliveries",
        "/mailbox",
        "/availability",
        "/host-pools",
        "/templates",
        "/templates/invitation",
        "/preferences",
        "/diagnosis",
        "/deliveries/inbound",
        `/meetings/${meetingId}/calendars`,
        `/meetings/${meetingId}/room`,
        pathOf(joinUrl),
    ])
        await independent(
            `${path.replace(/[0-9a-f-]{36}/, "…").replace(/join\/.*/, "join/…")} needs no sideways scrolling`,
            async () => {
                await page.goto(path);
                await page.getByRole("heading", { level: 1 }).waitFor();
                await page.waitForTimeout(500);
                assert((await overflow(page)) <= 0, `it is ${await overflow(page)} pixels too wide`);
            },
        );

    await check("every page is reached through the menu", async () => {
        await page.goto("/agenda");
        await page.getByRole("button", { name: "Menu" }).click();
        await page.getByRole("link", { name: "Leads" }).click();
        await page.getByRole("heading", { name: "Leads" }).waitFor();
    });
}
