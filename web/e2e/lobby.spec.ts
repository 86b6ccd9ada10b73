/** A host and two guests in three browsers: waiting, being let in, raised hands, being muted, put out, and staying out. */
import { assert, byApi, eventually, type Journey, join, pathOf, signIn } from "./people";

export default async function lobby({ url, open, check }: Journey): Promise<void> {
    const sales = await byApi(url);
    const title = `Behind a door ${Date.now().toString(36)}`;
    const { meetingId, joinUrl } = await sales.meeting(title, "Lea Lobby", {
        interviewer: "human",
        entry: "host",
        invitees: [{ name: "Bo Bomber", email: `bo.${Date.now()}@guest.test` }],
    });
    const links = await eventually(
        "links of the guests",
        () => sales.ask<{ name: string; joinUrl: string }[]>("GET", `/meetings/${meetingId}/links`).catch(() => []),
        (found) => found.length === 2,
    );
    const boUrl = links.find(({ name }) => name === "Bo Bomber")?.joinUrl ?? "";
    const phone = { viewport: { width: 360, height: 740 } };
    const lea = await open(phone);
    const bo = await open();
    const host = await open();

    const knocks = async (page: typeof lea, link: string) => {
        await page.goto(pathOf(link));
        await page.getByRole("checkbox", { name: /I agree/ }).check();
        await page.getByRole("button", { name: "Join the meeting" }).click();
        await page.getByRole("heading", { name: "Waiting to be let in" }).waitFor();
    };

    await check("guests who come early are told that they wait, and for whom", async () => {
        await knocks(lea, joinUrl);
        await lea.getByText(/the host knows that you are here/i).waitFor();
        await lea.getByText(/You have been waiting since/).waitFor();
        await knocks(bo, boUrl);
        await lea.screenshot({ path: "target/e2e/lobby-waiting.png" });
    });

    await check("the host who comes finds both waiting, and neither comes in by that", async () => {
        await signIn(host);
        await host.goto(`/meetings/${meetingId}/room`);
        await join(host);
        await host.getByText("2 are waiting").waitFor();
        await host.screenshot({ path: "target/e2e/lobby-host.png" });
        assert(await lea.getByRole("heading", { name: "Waiting to be let in" }).isVisible(), "Lea waits on");
    });

    await check("the host lets one in by keyboard, and the other stays outside", async () => {
        await host.getByRole("button", { name: "Let Lea Lobby in", exact: true }).focus();
        await host.keyboard.press("Enter");
        await lea.getByRole("toolbar", { name: "Controls" }).waitFor();
        await host.getByRole("group", { name: "Lea Lobby, lead" }).waitFor();
        await host.getByText("Somebody is waiting").waitFor();
        assert(await bo.getByRole("heading", { name: "Waiting to be let in" }).isVisible(), "Bo waits on");
    });

    await check("a raised hand is seen by the host", async () => {
        await lea.getByRole("button", { name: "Raise hand" }).click();
        await lea.getByRole("button", { name: "Lower hand" }).waitFor();
        await host.getByRole("group", { name: "Lea Lobby, lead" }).getByText("hand up").waitFor();
        await lea.screenshot({ path: "target/e2e/lobby-phone.png" });
        const wide = await lea.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert(wide <= 0, `the page is ${wide} px too wide for a phone`);
    });

    await check("the host mutes, and the muted person is told by whom", async () => {
        await host.getByRole("button", { name: /^People/ }).click();
        await host.getByRole("button", { name: "Mute Lea Lobby", exact: true }).click();
        await host.screenshot({ path: "target/e2e/lobby-people.png" });
        await lea.getByText(/has muted your microphone/).waitFor();
        await lea.getByRole("button", { name: "Microphone off" }).waitFor();
    });

    await check("who is put out for good is told so and cannot come back", async () => {
        await host.getByRole("button", { name: "Remove Lea Lobby…" }).click();
        await host.getByRole("button", { name: "Remove for good" }).click();
        await lea.getByText("The host has put you out of this meeting.").waitFor();
        await lea.getByRole("button", { name: "Try again" }).click();
        await lea.getByText("The host has put you out of this meeting.").waitFor();
        await host.keyboard.press("Escape");
    });

    await check("who is denied is told so", async () => {
        await host.getByRole("button", { name: "Do not let Bo Bomber in" }).click();
        await bo.getByText("The host did not let you in.").waitFor();
    });
}
