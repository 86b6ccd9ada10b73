/** Calls of people to be drilled: a meeting that a person leads, the host and guests with links of their own. */
import type { Browser, Page } from "playwright-core";
import { byApi, eventually, join, type Journey, pathOf, signIn } from "../people";
import { type Frame, frames, withWitness } from "./witness";

export interface Person {
    name: string;
    page: Page;
    heard: Frame[];
}

export type Sales = Awaited<ReturnType<typeof byApi>>;

const sam = { user: "sales@demo.test", name: "Sam Sales" };

/** Everybody has a link; nobody is there yet. */
export async function aCall({ url, open }: Pick<Journey, "url" | "open">, about: string, guests: string[], desk = sam) {
    const sales = await byApi(url, desk.user);
    const title = `${about} ${Date.now().toString(36)}`;
    const [lead = "", ...others] = guests;
    const invitees = others.map((name) => ({
        name,
        email: `${name.replaceAll(" ", ".").toLowerCase()}.${Date.now()}@guest.test`,
    }));
    const { meetingId } = await sales.meeting(title, lead, { interviewer: "human", invitees });
    await sales.ask("POST", `/meetings/${meetingId}/start`, {});
    const links = await eventually(
        "links of the guests",
        () => sales.ask<{ name: string; joinUrl: string }[]>("GET", `/meetings/${meetingId}/links`).catch(() => []),
        (found) => found.length === guests.length,
    );

    const arrive = async (name: string, baseURL: string, path: string, other?: Browser): Promise<Person> => {
        const page = await open({ baseURL }, withWitness, other);
        const heard = frames(page);
        if (name === desk.name) await signIn(page, desk.user);
        await page.goto(path);
        await join(page);
        return { name, page, heard };
    };
    return {
        sales,
        meetingId,
        host: (by = url) => arrive(desk.name, by, `/meetings/${meetingId}/room`),
        /** By another way or in another browser, where wanted. */
        guest: (name: string, { by = url, other }: { by?: string; other?: Browser } = {}) =>
            arrive(name, by, pathOf(links.find((link) => link.name === name)?.joinUrl ?? ""), other),
    };
}

export async function type(page: Page, text: string): Promise<void> {
    await page.getByRole("textbox", { name: "Type an answer or a message" }).fill(text);
    await page.keyboard.press("Enter");
}

export const idOf = ({ heard }: Person): unknown =>
    (heard.find((frame) => frame.type === "welcome")?.payload["self"] as { participantId?: string } | undefined)
        ?.participantId;

/** What the others were told about this person's coming and going. */
export const comingsAndGoings = (witness: Person, who: unknown): string[] =>
    witness.heard.flatMap(({ type: told, payload }) => {
        if (told === "left" && payload["participantId"] === who) return [`left ${String(payload["reason"])}`];
        const person = payload["participant"] as { participantId?: string } | undefined;
        return told === "joined" && person?.participantId === who ? ["joined"] : [];
    });
