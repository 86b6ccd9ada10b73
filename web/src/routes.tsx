import { createRoute, createRouter, lazyRouteComponent, Navigate } from "@tanstack/react-router";
import { outdoorRoutes, root } from "./outdoors/routes";
import { Shell } from "./Shell";
import { SignedIn } from "./SignedIn";
import type { TranscriptSearch } from "./wire/queries";

const signedIn = createRoute({ getParentRoute: () => root, id: "in", component: SignedIn });
const shell = createRoute({ getParentRoute: () => signedIn, id: "shell", component: Shell });
const inShell = () => shell;

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const home = createRoute({ getParentRoute: inShell, path: "/", component: () => <Navigate to="/agenda" /> });
const agenda = createRoute({
    getParentRoute: inShell,
    path: "/agenda",
    component: lazyRouteComponent(() => import("./agenda/AgendaPage"), "AgendaPage"),
});
const meeting = createRoute({
    getParentRoute: inShell,
    path: "/meetings/$id",
    validateSearch: (search): { segment?: string | undefined } => ({ segment: text(search["segment"]) }),
    component: lazyRouteComponent(() => import("./meeting/MeetingPage"), "MeetingPage"),
});
const timeline = createRoute({
    getParentRoute: inShell,
    path: "/meetings/$id/timeline",
    component: lazyRouteComponent(() => import("./audit/TimelinePage"), "TimelinePage"),
});
const leads = createRoute({
    getParentRoute: inShell,
    path: "/leads",
    component: lazyRouteComponent(() => import("./leads/LeadBoard"), "LeadBoard"),
});
const lead = createRoute({
    getParentRoute: inShell,
    path: "/leads/$id",
    component: lazyRouteComponent(() => import("./leads/LeadPage"), "LeadPage"),
});
const pools = createRoute({
    getParentRoute: inShell,
    path: "/host-pools",
    component: lazyRouteComponent(() => import("./pools/PoolsPage"), "PoolsPage"),
});
const questions = createRoute({
    getParentRoute: inShell,
    path: "/questions",
    component: lazyRouteComponent(() => import("./questions/QuestionsPage"), "QuestionsPage"),
});
const questionSet = createRoute({
    getParentRoute: inShell,
    path: "/questions/$id",
    component: lazyRouteComponent(() => import("./questions/QuestionEditor"), "QuestionEditor"),
});
const search = createRoute({
    getParentRoute: inShell,
    path: "/search",
    validateSearch: ({ q, lead, speaker, from, to }: { q?: unknown } & Record<string, unknown>): TranscriptSearch => ({
        q: text(q) ?? "",
        lead: text(lead),
        speaker: text(speaker),
        from: text(from),
        to: text(to),
    }),
    component: lazyRouteComponent(() => import("./search/SearchPage"), "SearchPage"),
});
const deliveries = createRoute({
    getParentRoute: inShell,
    path: "/deliveries",
    validateSearch: (search): { meeting?: string | undefined } => ({ meeting: text(search["meeting"]) }),
    component: lazyRouteComponent(() => import("./mail/DeliveriesPage"), "DeliveriesPage"),
});
const mailbox = createRoute({
    getParentRoute: inShell,
    path: "/mailbox",
    component: lazyRouteComponent(() => import("./mail/MailboxPage"), "MailboxPage"),
});
const availability = createRoute({
    getParentRoute: inShell,
    path: "/availability",
    component: lazyRouteComponent(() => import("./availability/AvailabilityPage"), "AvailabilityPage"),
});
const ledger = createRoute({
    getParentRoute: inShell,
    path: "/meetings/$id/calendars",
    component: lazyRouteComponent(() => import("./mail/LedgerPage"), "LedgerPage"),
});
const inbound = createRoute({
    getParentRoute: inShell,
    path: "/deliveries/inbound",
    component: lazyRouteComponent(() => import("./mail/InboundPage"), "InboundPage"),
});
const templates = createRoute({
    getParentRoute: inShell,
    path: "/templates",
    component: lazyRouteComponent(() => import("./letters/TemplatesPage"), "TemplatesPage"),
});
const template = createRoute({
    getParentRoute: inShell,
    path: "/templates/$kind",
    validateSearch: ({ language }: { language?: unknown }): { language?: "en" | "de" | undefined } => ({
        language: language === "de" ? "de" : undefined,
    }),
    component: lazyRouteComponent(() => import("./letters/TemplatePage"), "TemplatePage"),
});
const preferences = createRoute({
    getParentRoute: inShell,
    path: "/preferences",
    component: lazyRouteComponent(() => import("./letters/PreferencesPage"), "PreferencesPage"),
});
const diagnosis = createRoute({
    getParentRoute: inShell,
    path: "/diagnosis",
    component: lazyRouteComponent(() => import("./letters/DiagnosisPage"), "DiagnosisPage"),
});
const room = createRoute({
    getParentRoute: () => signedIn,
    path: "/meetings/$id/room",
    component: lazyRouteComponent(() => import("./room/RoomPage"), "RoomPage"),
});
const join = createRoute({
    getParentRoute: () => root,
    path: "/join/$token",
    component: lazyRouteComponent(() => import("./room/JoinPage"), "JoinPage"),
});
const pages = [
    home,
    agenda,
    meeting,
    timeline,
    leads,
    lead,
    pools,
    questions,
    questionSet,
    search,
    deliveries,
    mailbox,
    availability,
    ledger,
    inbound,
    templates,
    template,
    preferences,
    diagnosis,
] as const;

export const router = createRouter({
    routeTree: root.addChildren([join, ...outdoorRoutes, signedIn.addChildren([room, shell.addChildren(pages)])]),
    defaultPreload: "intent",
    scrollRestoration: true,
});

declare module "@tanstack/react-router" {
    interface Register {
        router: typeof router;
    }
}
