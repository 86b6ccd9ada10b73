import {
    createRootRoute,
    createRoute,
    createRouter,
    lazyRouteComponent,
    Navigate,
    Outlet,
} from "@tanstack/react-router";
import { Nothing } from "./look/Nothing";
import { Shell } from "./Shell";
import { SignedIn } from "./SignedIn";

const root = createRootRoute({
    component: Outlet,
    notFoundComponent: () => <Nothing title="There is no such page">The address may be mistyped.</Nothing>,
});
const signedIn = createRoute({ getParentRoute: () => root, id: "in", component: SignedIn });
const shell = createRoute({ getParentRoute: () => signedIn, id: "shell", component: Shell });
const inShell = () => shell;

const home = createRoute({ getParentRoute: inShell, path: "/", component: () => <Navigate to="/agenda" /> });
const agenda = createRoute({
    getParentRoute: inShell,
    path: "/agenda",
    component: lazyRouteComponent(() => import("./agenda/AgendaPage"), "AgendaPage"),
});

const soon = () => <Nothing title="This page is being built">Come back in a while.</Nothing>;
const places = [
    createRoute({ getParentRoute: inShell, path: "/meetings/$id", component: soon }),
    createRoute({ getParentRoute: inShell, path: "/leads", component: soon }),
    createRoute({ getParentRoute: inShell, path: "/questions", component: soon }),
    createRoute({ getParentRoute: inShell, path: "/search", component: soon }),
    createRoute({ getParentRoute: inShell, path: "/deliveries", component: soon }),
    createRoute({ getParentRoute: inShell, path: "/mailbox", component: soon }),
] as const;
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

export const router = createRouter({
    routeTree: root.addChildren([join, signedIn.addChildren([room, shell.addChildren([home, agenda, ...places])])]),
    defaultPreload: "intent",
    scrollRestoration: true,
});

declare module "@tanstack/react-router" {
    interface Register {
        router: typeof router;
    }
}
