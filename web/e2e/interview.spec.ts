/** A lead meets the AI alone and types, on a phone; afterwards the sales team finds transcript, summary and score. */
import { byApi, eventually, join, type Journey, pathOf, signIn } from "./people";

const answers: [RegExp, string][] = [
    [
        /problem/i,
        "Our dispatchers copy about three hundred orders a day by hand, and every tenth has a mistake. That costs us a lot.",
    ],
    [/budget/i, "Yes, we have a budget of forty thousand euro for this year."],
    [/when|start/i, "We want to start before the end of this quarter."],
];

export default async function interview({ url, open, check }: Journey): Promise<void> {
    const sales = await byApi(url);
    const title = `Interview ${Date.now().toString(36)}`;
    const questionSetId = await sales.publishedSet(title, [
        "What problem are you hoping to solve?",
        "Do you have a budget for this year?",
        "When do you want to start?",
    ]);
    const { meetingId, joinUrl } = await sales.meeting(title, "Ada Keller", { questionSetId });
    await sales.ask("POST", `/meetings/${meetingId}/start`, {});
    const guest = await open({ viewport: { width: 360, height: 740 } });
    const host = await open();
    const log = guest.getByRole("log");

    await check("the lead joins and agrees, and the AI says what it is", async () => {
        await guest.goto(pathOf(joinUrl));
        await join(guest);
        await guest.getByRole("group", { name: /AI interviewer/ }).waitFor();
        await log
            .getByText(/\bAI\b/)
            .first()
            .waitFor();
    });

    await check("the AI's state is seen and told to screen readers", async () => {
        const state = guest.getByTestId("interviewer-state");
        await eventually(
            "the state",
            () => state.innerText(),
            (text) => /listening|thinking|speaking/.test(text),
        );
    });

    await check("every question is asked and can be answered by typing", async () => {
        const box = guest.getByRole("textbox", { name: "Type an answer or a message" });
        for (const [question, answer] of answers) {
            await log.getByText(question).last().waitFor({ timeout: 60_000 });
            await eventually(
                "the AI listens",
                () => guest.getByTestId("interviewer-state").innerText(),
                (text) => /listening/.test(text),
                60_000,
            );
            await box.fill(answer);
            await guest.keyboard.press("Enter");
        }
    });

    await check("the interview ends by itself, and the lead is told what comes next", async () => {
        await guest.getByRole("heading", { name: "The meeting is over" }).waitFor({ timeout: 90_000 });
    });

    await check("the sales team finds the answers and the summary", async () => {
        await signIn(host);
        await host.goto(`/meetings/${meetingId}`);
        await host.getByText("3 of 3 answered").waitFor();
        await host.getByRole("heading", { name: "Summary" }).waitFor({ timeout: 60_000 });
        await host
            .getByRole("region", { name: "Transcript" })
            .getByText(/three hundred orders/)
            .first()
            .waitFor();
    });

    await check("and what the lead's words say about buying, and how they talked", async () => {
        const signals = host.getByRole("region", { name: "Buying signals" });
        await signals.getByRole("heading", { name: "Budget" }).waitFor();
        await signals.getByRole("link", { name: /budget/i }).click();
        await host
            .locator('[aria-current="true"][id^="segment-"]')
            .getByText(/forty thousand/)
            .waitFor();
        await host.getByRole("region", { name: "How they talked" }).getByText("Ada Keller").waitFor();
    });

    await check("every point of the score has a receipt that leads to the words", async () => {
        await host.getByRole("link", { name: "Ada Keller" }).first().click();
        await host.getByRole("heading", { name: "Score" }).waitFor();
        await host.getByRole("link", { name: "The moment in the transcript" }).first().click({ timeout: 60_000 });
        await host.locator('[aria-current="true"][id^="segment-"]').waitFor();
    });

    await check("the words are found by search", async () => {
        await host.getByRole("link", { name: "Search" }).click();
        await host.getByRole("textbox", { name: "Words" }).fill("dispatchers");
        await host.getByRole("button", { name: "Search" }).click();
        await host.getByRole("list", { name: "Results" }).locator("mark").first().waitFor();
    });
}
