/** No serious barrier on any page, light or dark. */
import axe from "@axe-core/playwright";
import { assert, byApi, join, type Journey, pathOf, signIn } from "./people";

export default async function barriers({ url, open, check, independent }: Journey): Promise<void> {
    const sales = await byApi(url);
    const questionSetId = await sales.publishedSet("A set for axe", [
        "What problem are you hoping to solve?",
        "Do you have a budget?",
    ]);
    const { meetingId, joinUrl } = await sales.meeting("A call for axe", "Pia Kurz", { questionSetId });
    const leadId = await sales.lead("Pia Lang");
    for (const colorScheme of ["light", "dark"] as const) {
        const page = await open({ colorScheme, reducedMotion: "reduce" });
        const clean = async () => {
            const { violations } = await new axe({ page }).exclude("iframe").analyze();
            const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
            const told = serious.map(
                ({ id, nodes }) =>
                    `${id}: ${nodes
                        .slice(0, 3)
                        .map(({ target }) => target.join(" "))
                        .join(" | ")}`,
            );
            assert(serious.length === 0, told.join("\n"));
        };
        await page.goto("/");
        await page.getByRole("heading", { level: 1 }).waitFor();
        await independent(`signing in (${colorScheme})`, clean);
        await check(`somebody signs in (${colorScheme})`, () => signIn(page));
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
            pathOf(joinUrl),
        ])
            await independent(
                `${path.replace(/[0-9a-f-]{36}/, "…").replace(/join\/.*/, "join/…")} (${colorScheme})`,
                async () => {
                    await page.goto(path);
                    await page.getByRole("heading", { level: 1 }).waitFor();
                    await page.waitForTimeout(700);
                    await clean();
                },
            );
        await independent(`the form for a meeting (${colorScheme})`, async () => {
            await page.goto("/agenda");
            await page.getByRole("button", { name: "Schedule meeting" }).click();
            await page.getByRole("dialog").getByRole("textbox", { name: "Title" }).waitFor();
            await page.waitForTimeout(500);
            await clean();
            await page.getByRole("combobox", { name: "Repeats" }).click();
            await page.getByRole("option", { name: "Weekly" }).click();
            await page.getByRole("group", { name: "Days of the week" }).waitFor();
            await clean();
        });
        await independent(`inside the room (${colorScheme})`, async () => {
            await page.goto(`/meetings/${meetingId}/room`);
            await join(page);
            await page.waitForTimeout(500);
            await clean();
        });
    }
}
