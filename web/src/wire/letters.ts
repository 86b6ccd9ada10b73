/** The wording of mails, who wants which, and whether mail leaves the house at all. */
import { queryOptions } from "@tanstack/react-query";
import { http } from "./http";
import type { Id, Instant } from "./views/ids";

export type LetterKind =
    "invitation" | "update" | "cancellation" | "reminder" | "summary" | "no-show" | "proposal-declined";
export type Language = "en" | "de";

export interface TemplateLine {
    kind: LetterKind;
    language: Language;
    /** 0 where nothing was ever published. */
    version: number;
    custom: boolean;
    publishedAt: Instant | null;
    publishedBy: string | null;
}

export interface Wording {
    subject: string;
    text: string;
    html: string;
}

export interface Variable {
    name: string;
    means: string;
    list: boolean;
    link: boolean;
}

export interface Template extends Wording {
    kind: LetterKind;
    language: Language;
    version: number;
    custom: boolean;
    shipped: Wording;
    variables: Variable[];
    parts: string[];
    mandatory: string[];
    versions: { version: number; custom: boolean; publishedAt: Instant; publishedBy: string }[];
}

export interface Fault {
    field: keyof Wording;
    /** From 1. */
    line: number;
    code: string;
    detail: string;
}

export interface Preview extends Wording {
    faults: Fault[];
}

export interface TestSent {
    to: string;
    outcome: "sent" | "deferred" | "failed";
    detail: string;
}

const at = (kind: LetterKind, language: Language, word = "") => `/templates/${kind}${word}?language=${language}`;

export const templates = () =>
    queryOptions({
        queryKey: ["templates"],
        queryFn: ({ signal }) => http.get<TemplateLine[]>("/templates", signal),
    });
export const template = (kind: LetterKind, language: Language) =>
    queryOptions({
        queryKey: ["templates", kind, language],
        queryFn: ({ signal }) => http.get<Template>(at(kind, language), signal),
    });
export const earlierWording = (kind: LetterKind, language: Language, version: number) =>
    http.get<Wording>(at(kind, language, `/versions/${version}`));
export const preview = (kind: LetterKind, language: Language, words: Wording, meetingId?: Id) =>
    queryOptions({
        queryKey: ["templates", kind, language, "preview", words, meetingId],
        queryFn: () =>
            http.post<Preview>(at(kind, language, "/preview"), { ...words, ...(meetingId ? { meetingId } : {}) }),
        placeholderData: (before) => before,
    });
const seen = (version: number) => (version === 0 ? {} : { version });
export const publishTemplate = (kind: LetterKind, language: Language, version: number, body: Wording) =>
    http.change<undefined>("PUT", at(kind, language), { body, ...seen(version) });
export const restoreTemplate = (kind: LetterKind, language: Language, version: number) =>
    http.change<undefined>("POST", at(kind, language, "/restore"), seen(version));
export const sendTest = (kind: LetterKind, language: Language, words: Wording, meetingId?: Id) =>
    http.post<TestSent>(at(kind, language, "/test"), { ...words, ...(meetingId ? { meetingId } : {}) });

export interface Preferences {
    language: Language | null;
    kinds: { kind: LetterKind; wanted: boolean; mayDecline: boolean }[];
}

export interface Wishes {
    language?: Language;
    declined: LetterKind[];
}

export const preferences = () =>
    queryOptions({
        queryKey: ["preferences"],
        queryFn: ({ signal }) => http.getVersioned<Preferences>("/preferences", signal),
    });
export const setPreferences = (version: number | undefined, body: Wishes) =>
    http.change<undefined>("PUT", "/preferences", { body, version });
export const guestPreferences = (token: string) =>
    queryOptions({
        queryKey: ["preferences", token],
        queryFn: ({ signal }) => http.get<Preferences>(`/guest/preferences/${encodeURIComponent(token)}`, signal),
    });
export const setGuestPreferences = (token: string, body: Wishes) =>
    http.change<undefined>("PUT", `/guest/preferences/${encodeURIComponent(token)}`, { body });

export interface MailPolicy {
    summaryNeedsApproval: boolean;
}
export const mailPolicy = () =>
    queryOptions({
        queryKey: ["mail-policy"],
        queryFn: ({ signal }) => http.getVersioned<MailPolicy>("/mail/policy", signal),
    });
export const setMailPolicy = (version: number | undefined, body: MailPolicy) =>
    http.change<undefined>("PUT", "/mail/policy", { body, version });

export interface Diagnosis {
    server: string;
    demo: boolean;
    well: boolean;
    verdict: string;
    advice: string;
    steps: {
        step: string;
        state: "ok" | "warning" | "wrong" | "skipped";
        found: string;
        cause: string | null;
        advice: string | null;
    }[];
}
export const diagnoseMail = () => http.post<Diagnosis>("/mail/diagnose");
