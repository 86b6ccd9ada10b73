/** What people do in many journeys, and a short way to what a journey needs but is not about. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export interface Journey {
    url: string;
    open: (
        options?: BrowserContextOptions,
        prepare?: (context: BrowserContext) => Promise<unknown>,
        other?: Browser,
    ) => Promise<Page>;
    /** One step; the next ones need it. */
    check: (sentence: string, work: () => Promise<unknown>) => Promise<void>;
    /** A step that nothing needs and that needs nothing. */
    independent: (sentence: string, work: () => Promise<unknown>) => Promise<void>;
    /** A step that would disturb others on the same server, once they are done. */
    afterwards: (sentence: string, work: () => Promise<unknown>) => void;
    /** Says why something is not tried here. */
    skip: (sentence: string) => void;
    /** Drills in their whole length, for nights and not for every change. */
    full: boolean;
}

export function assert(truth: unknown, otherwise: string): asserts truth {
    if (!truth) throw new Error(otherwise);
}

/** Waits until something is so; says what it was the last time. */
export async function eventually<T>(
    what: string,
    ask: () => Promise<T>,
    good: (answer: T) => boolean,
    patience = 30_000,
): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
        const answer = await ask();
        if (good(answer)) return answer;
        if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)} after ${patience / 1000} s`);
        await new Promise((wake) => setTimeout(wake, 200));
    }
}

export async function signIn(page: Page, user = "sales@demo.test"): Promise<void> {
    await page.goto("/");
    await page.getByRole("button", { name: `Sign in as ${user}` }).click();
    await page.getByRole("heading", { name: "Agenda" }).waitFor();
}

/** The lobby and the door: two clicks. */
export async function join(page: Page, { agree = true } = {}): Promise<void> {
    if (agree) await page.getByRole("checkbox", { name: /I agree/ }).check();
    await page.getByRole("button", { name: "Join the meeting" }).click();
    await page.getByRole("toolbar", { name: "Controls" }).waitFor();
}

interface Scheduled {
    meetingId: string;
    joinUrl: string;
}

/** A sales person who uses the API. */
export async function byApi(url: string, user = "sales@demo.test") {
    let token = "";
    const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
        const answer = await fetch(`${url}/api/v1${path}`, {
            method,
            headers: {
                "content-type": "application/json",
                "if-match": "*",
                ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await answer.text();
        assert(answer.ok, `${method} ${path} answered ${answer.status}: ${text}`);
        return (text ? JSON.parse(text) : undefined) as T;
    };
    ({ token } = await ask<{ token: string }>("POST", "/session", { user }));
    const lead = async (name: string) =>
        (
            await ask<{ leadId: string }>("POST", "/leads", {
                name,
                email: `${name.split(" ")[0]?.toLowerCase()}.${Date.now()}@lead.test`,
            })
        ).leadId;
    const publishedSet = async (title: string, questions: string[]) => {
        const { questionSetId } = await ask<{ questionSetId: string }>("POST", "/question-sets", {
            title,
            questions: questions.map((text) => ({ text, type: "open", mandatory: true, maxFollowUps: 0 })),
        });
        await ask("POST", `/question-sets/${questionSetId}/publish`);
        return questionSetId;
    };
    /** At a time of its own, because a host has one calendar; where others met that time before, at another. */
    const meeting = async (title: string, leadName: string, rest: object) => {
        const leadId = await lead(leadName);
        for (let more = 10; ; more--) {
            const start = new Date(Date.now() + (2 + Math.floor(Math.random() * 500_000)) * 60_000);
            try {
                return await ask<Scheduled>("POST", "/meetings", {
                    title,
                    leadId,
                    localStart: start.toISOString().slice(0, 16),
                    zone: "Etc/UTC",
                    durationMinutes: 30,
                    ...rest,
                });
            } catch (refusal) {
                if (more === 0 || !String(refusal).includes('"SLOT_TAKEN"')) throw refusal;
            }
        }
    };
    return { ask, lead, publishedSet, meeting };
}

/** Where the join link leads on the server that is tested, whatever address it thinks it has. */
export const pathOf = (joinUrl: string): string => new URL(joinUrl).pathname;
