/** A guest's way to the server breaks for seconds, in the middle of a call: the same person comes back, and nothing is lost. */
import { assert, eventually, type Journey } from "../people";
import { Cable } from "./Cable";
import { aCall, comingsAndGoings, idOf, type Person, type, type Sales } from "./call";
import { mediaFlows, onlyTiles } from "./witness";

export const waits = true;

interface Break {
    seconds: number;
    how: "cut" | "swallow";
    /** What the others are told meanwhile (docs/protocol.md §5); either may be where the server's and the client's clocks race. */
    others: (told: string, awayFor: number) => boolean;
    /** Whether the session goes on. */
    resumes: boolean;
}

/** The server keeps a session for 60 s; a busy machine may be later. */
const kept = 58_000;
/** It tells the others of nobody who is back within 4 s. */
const noticed = 3_500;

const nothing = "";
const away = "left connection-lost,joined";
const breaks: Break[] = [
    { seconds: 5, how: "cut", others: (told) => told === away, resumes: true },
    { seconds: 20, how: "swallow", others: (told) => told === nothing || told === away, resumes: true },
    { seconds: 50, how: "cut", others: (told) => told === away, resumes: true },
];
const whole: Break[] = [
    {
        seconds: 1,
        how: "cut",
        others: (told, awayFor) => told === nothing || (told === away && awayFor > noticed),
        resumes: true,
    },
    { seconds: 5, how: "swallow", others: (told) => told === nothing || told === away, resumes: true },
    { seconds: 20, how: "cut", others: (told) => told === away, resumes: true },
    { seconds: 50, how: "swallow", others: (told) => told === away, resumes: true },
    { seconds: 90, how: "cut", others: (told) => told === away, resumes: false },
];

export default async function cuts(journey: Journey): Promise<void> {
    // One after the other would take minutes, in which little happens; all at once is more than a small machine can play.
    await Promise.all(breaks.map((one) => broken(journey, one)));
    if (!journey.full) return;
    await Promise.all(whole.slice(0, 2).map((one) => broken(journey, one)));
    await Promise.all(whole.slice(2).map((one) => broken(journey, one)));
}

async function broken(journey: Journey, { seconds, how, others, resumes }: Break): Promise<void> {
    const { url, independent } = journey;
    const about = `${seconds} s ${how === "cut" ? "cut" : "swallowed"}`;
    const cable = await Cable.to(url);
    await independent(`${about}: the same person, media both ways, no ghost, every word once`, async () => {
        const call = await aCall(journey, about, ["Lea Leitner"]);
        const host = await call.host();
        const guest = await call.guest("Lea Leitner", { by: cable.url });
        await mediaFlows(host.page, "the host");
        await mediaFlows(guest.page, "the guest");
        const lea = idOf(guest);
        const before = host.heard.length;

        await type(guest.page, "Before.");
        await host.page.getByRole("log").getByText("Before.").waitFor();
        const brokenAt = Date.now();
        cable[how]();
        await type(guest.page, "Said by the guest meanwhile.");
        await type(host.page, "Said by the host meanwhile.");
        if (seconds >= 20) await guest.page.getByText("Reconnecting").waitFor();
        await new Promise((passed) => setTimeout(passed, brokenAt + seconds * 1_000 - Date.now()));
        cable.mend();

        const back = await eventually(
            "the guest's return",
            async () => guest.heard.slice(1).find((frame) => frame.type === "resumed" || frame.type === "welcome"),
            (frame) => frame !== undefined || (how === "swallow" && seconds < 10),
            60_000,
        );
        await guest.page.getByText("Reconnecting").waitFor({ state: "hidden", timeout: 60_000 });
        const resumed = back?.type !== "welcome";
        const awayFor = back ? Date.parse(back.ts) - brokenAt : 0;
        const inTime = awayFor < kept;
        assert(resumed === resumes || !inTime, `the guest came back by ${back?.type}`);
        await everyWordOnce(call.sales, call.meetingId, [host, ...(resumed ? [guest] : [])]);
        await mediaFlows(host.page, "the host");
        await mediaFlows(guest.page, "the guest");
        await onlyTiles(host.page, ["Sam Sales", "Lea Leitner"]);
        await onlyTiles(guest.page, ["Sam Sales", "Lea Leitner"]);

        assert(lea && idOf({ ...guest, heard: guest.heard.toReversed() }) === lea, "it is the same participant");
        const told = comingsAndGoings({ ...host, heard: host.heard.slice(before) }, lea).join();
        assert(others(told, awayFor), `the guest was away for ${awayFor} ms, the host was told: ${told || "nothing"}`);
    });
    await cable.close();
}

/** A new session begins with who is here; what others said before is in the transcript, which has every word in any case. */
async function everyWordOnce(sales: Sales, meetingId: string, readers: Person[]): Promise<void> {
    const all = ["Before.", "Said by the guest meanwhile.", "Said by the host meanwhile."];
    for (const { page, name } of readers)
        await eventually(
            `lines that ${name} reads`,
            () => page.getByRole("log").innerText(),
            (log) => all.every((text) => log.split(text).length === 2) && !log.includes("sending"),
        );
    await eventually(
        "the transcript",
        () => sales.ask<{ text: string }[]>("GET", `/meetings/${meetingId}/transcript`),
        (lines) => all.every((text) => lines.filter((line) => line.text === text).length === 1),
    );
}
