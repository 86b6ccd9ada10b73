/** A host and a guest in two browsers: they see, hear and read each other, and find each other again. */
import type { BrowserContext, Page } from "playwright-core";
import { assert, byApi, eventually, join, type Journey, pathOf, signIn } from "./people";

declare global {
    interface Window {
        /** What the fake recogniser has just understood. */
        hears?: (text: string, final: boolean) => void;
    }
}

/** Chromium without its cloud service recognises nothing; here the test says what was heard. */
const withFakeRecogniser = (context: BrowserContext) =>
    context.addInitScript(() => {
        window.__parleyRecognizer = (ears) => {
            window.hears = ears.onWords;
            return { start: () => {}, stop: () => {}, abort: () => {} };
        };
    });

const framesSeen = (page: Page, of: string) =>
    page
        .getByLabel(`Video of ${of}`)
        .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);

async function seesMoving(page: Page, of: string) {
    await page.getByLabel(`Video of ${of}`).waitFor({ state: "attached" });
    const first = await eventually(
        `frames of ${of}`,
        () => framesSeen(page, of),
        (frames) => frames > 0,
    );
    await eventually(
        `more frames of ${of}`,
        () => framesSeen(page, of),
        (frames) => frames > first + 5,
    );
}

export default async function twoBrowsers({ url, open, check }: Journey): Promise<void> {
    const sales = await byApi(url);
    const title = `Two browsers ${Date.now().toString(36)}`;
    const { meetingId, joinUrl } = await sales.meeting(title, "Lea Leitner", { interviewer: "human" });
    await sales.ask("POST", `/meetings/${meetingId}/start`, {});
    const host = await open({}, withFakeRecogniser);
    const guest = await open({}, withFakeRecogniser);
    let hostName = "";

    await check("the host enters the room", async () => {
        await signIn(host);
        await host.goto(`/meetings/${meetingId}/room`);
        await join(host);
        hostName = await host.locator(".tile-name").first().innerText();
        hostName = hostName.replace(/ \(you\)[^]*/, "");
    });

    await check("the guest enters by the link, with two clicks and no account", async () => {
        await guest.goto(pathOf(joinUrl));
        await guest.getByRole("heading", { name: title }).waitFor();
        await join(guest);
    });

    await check("both see each other moving", async () => {
        await seesMoving(host, "Lea Leitner");
        await seesMoving(guest, hostName);
    });

    await check("the guest reads what the host types", async () => {
        await host.getByRole("textbox", { name: "Type an answer or a message" }).fill("Welcome, Lea!");
        await host.keyboard.press("Enter");
        await guest.getByRole("log").getByText("Welcome, Lea!").waitFor();
    });

    await check("the host reads what the guest says, while it is being said", async () => {
        await eventually(
            "a recogniser",
            () => guest.evaluate(() => typeof window.hears),
            (type) => type === "function",
        );
        await guest.evaluate(() => window.hears?.("we have three hundred", false));
        await host.getByRole("log").getByText("we have three hundred", { exact: true }).waitFor();
        await guest.evaluate(() => window.hears?.("We have three hundred orders a day.", true));
        await host.getByRole("log").getByText("We have three hundred orders a day.").waitFor();
        assert(
            (await host.getByText("we have three hundred", { exact: true }).count()) === 0,
            "the interim words were replaced",
        );
    });

    await check("it stands in the transcript under the right name", async () => {
        const lines = await eventually(
            "the transcript",
            () => sales.ask<{ speakerName: string; text: string }[]>("GET", `/meetings/${meetingId}/transcript`),
            (transcript) => transcript.length >= 2,
        );
        assert(
            lines.some(
                ({ speakerName, text }) =>
                    speakerName === "Lea Leitner" && text === "We have three hundred orders a day.",
            ),
            `the transcript has ${JSON.stringify(lines)}`,
        );
    });

    await check("the host sees that the guest is muted", async () => {
        await guest.getByRole("button", { name: "Microphone on" }).click();
        await host.getByRole("group", { name: "Lea Leitner, lead" }).getByText("muted").waitFor();
        await guest.getByRole("button", { name: "Microphone off" }).click();
        await host.getByRole("group", { name: "Lea Leitner, lead" }).getByText("muted").waitFor({ state: "hidden" });
    });

    await check("muting in the middle of a sentence ends it: what was said so far is said", async () => {
        await eventually(
            "a recogniser",
            () => guest.evaluate(() => typeof window.hears),
            (type) => type === "function",
        );
        await guest.evaluate(() => window.hears?.("and our warehouse is", false));
        const words = host.getByRole("log").getByText("and our warehouse is");
        await words.waitFor();
        assert(
            (await words.locator("xpath=ancestor::*[@data-final]").getAttribute("data-final")) === "false",
            "not yet",
        );
        await guest.getByRole("button", { name: "Microphone on" }).click();
        await host.locator('[data-final="true"]', { hasText: "and our warehouse is" }).waitFor();
        await guest.getByRole("button", { name: "Microphone off" }).click();
    });

    await check("the camera goes off and comes back", async () => {
        await guest.getByRole("button", { name: "Camera on" }).click();
        await host
            .locator('video[aria-label="Video of Lea Leitner"][data-hidden="true"]')
            .waitFor({ state: "attached" });
        await guest.getByRole("button", { name: "Camera off" }).click();
        await seesMoving(host, "Lea Leitner");
    });

    await check("a lost line is told, and comes back with everything", async () => {
        await guest.context().setOffline(true);
        await guest.getByText("Reconnecting").waitFor();
        await guest.getByRole("textbox", { name: "Type an answer or a message" }).fill("Said while away.");
        await guest.keyboard.press("Enter");
        await guest.context().setOffline(false);
        await guest.getByText("Reconnecting").waitFor({ state: "hidden" });
        await host.getByRole("log").getByText("Said while away.").waitFor();
        await seesMoving(host, "Lea Leitner");
        assert((await host.getByRole("group", { name: "Lea Leitner, lead" }).count()) === 1, "there is no ghost");
    });

    await check("the host ends the meeting, and the guest is told what comes next", async () => {
        await host.getByRole("button", { name: "End for all" }).click();
        await guest.getByRole("heading", { name: "The meeting is over" }).waitFor();
        await guest.getByText(/A summary comes by mail/).waitFor();
    });
}
