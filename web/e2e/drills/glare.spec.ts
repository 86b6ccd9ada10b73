/** Two pages change what they send at the same tick, over and over: both always understand each other again. */
import type { Page } from "playwright-core";
import { assert, eventually, type Journey } from "../people";
import { aCall } from "./call";
import { links, mediaFlows } from "./witness";

/** The server takes 20 descriptions a second of each client; a round has at most three. */
const pause = 250;

/**
 * One change at the given instant, by turns: a new track in a section of its own, another track in its place and its direction turned,
 * and the end of its section, which the next one may use again.
 */
const change = (page: Page, round: number, at: number) =>
    page.evaluate(
        async ([turn, instant]) => {
            const link = window.__links.at(-1);
            const source = () => {
                const canvas = Object.assign(document.createElement("canvas"), { width: 32, height: 32 });
                canvas.getContext("2d")?.fillRect(0, 0, turn % 32, 8);
                return canvas.captureStream(1).getVideoTracks()[0];
            };
            const track = source();
            const added = link?.getTransceivers().find(({ sender }) => sender.track?.id && window.__added === sender);
            while (Date.now() < instant); // the same tick, not about the same time
            if (!link || !track) throw new Error("no connection");
            if (turn % 3 === 0) {
                const { sender } = link.addTransceiver(track, { direction: "sendonly" });
                window.__added = sender;
            } else if (turn % 3 === 1 && added) {
                added.direction = "sendrecv";
                await added.sender.replaceTrack(track);
            } else {
                added?.stop();
            }
        },
        [round, at] as const,
    );

declare global {
    interface Window {
        __added?: RTCRtpSender;
    }
}

const quiet = (page: Page) =>
    links(page).then((all) => all.map(({ state, signaling }) => `${state} ${signaling}`).join());

/** Sections that neither side has stopped but that no answer ever agreed upon. */
const deadSections = (page: Page) =>
    page.evaluate(() => {
        const link = window.__links.at(-1);
        const live = link?.getTransceivers().filter(({ direction }) => direction !== "stopped") ?? [];
        const sections = link?.currentLocalDescription?.sdp.split("\r\nm=").slice(1) ?? [];
        const open = sections.filter((section) => !/^\w+ 0 /.test(section)).length;
        return {
            unagreed: live.filter(({ currentDirection, mid }) => !currentDirection || mid === null).length,
            unused: open - live.length,
            sections: sections.length,
        };
    });

export default async function glare(journey: Journey): Promise<void> {
    const { check, full } = journey;
    const rounds = full ? 500 : 50;
    const call = await aCall(journey, "Glare", ["Lea Leitner"]);
    const host = await call.host();
    const guest = await call.guest("Lea Leitner");

    await check(`${rounds} times both change their tracks at once, and stay connected`, async () => {
        await mediaFlows(host.page, "the host");
        await mediaFlows(guest.page, "the guest");
        const offers = () => [host, guest].map(({ heard }) => heard.filter((frame) => frame.type === "offer").length);
        const before = offers();
        for (let round = 0; round < rounds; round++) {
            const at = Date.now() + 60;
            await Promise.all([host, guest].map(({ page }) => change(page, round, at)));
            await new Promise((passed) => setTimeout(passed, Math.max(0, at + pause - Date.now())));
            for (const { page, name } of [host, guest])
                await eventually(
                    `${name} in round ${round}`,
                    () => quiet(page),
                    (states) => states === "connected stable",
                );
        }
        const met = offers().map((after, index) => after - (before[index] ?? 0));
        assert(Math.min(...met) >= rounds / 2, `offers that met: ${met.join(", ")}`);
    });

    await check("no section is dead, and media flows on", async () => {
        for (const { page, name } of [host, guest]) {
            await eventually(
                `sections of ${name}`,
                () => deadSections(page),
                ({ unagreed, unused, sections }) => unagreed === 0 && unused === 0 && sections <= 8,
            );
            await mediaFlows(page, name);
        }
        const refused = [host, guest].flatMap(({ heard }) =>
            heard.filter(({ type }) => type === "error").map(({ payload }) => String(payload["code"])),
        );
        assert(refused.length === 0, `the server refused: ${refused.join(", ")}`);
    });
}
