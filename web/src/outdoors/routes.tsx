import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { Nothing } from "../look/Nothing";

export const root = createRootRoute({
    component: Outlet,
    notFoundComponent: () => <Nothing title="There is no such page">The address may be mistyped.</Nothing>,
});
const book = createRoute({
    getParentRoute: () => root,
    path: "/book/$tenant/$host/$type",
    component: lazyRouteComponent(() => import("../book/BookPage"), "BookPage"),
});
const appointment = createRoute({
    getParentRoute: () => root,
    path: "/appointment/$token",
    component: lazyRouteComponent(() => import("../book/AppointmentPage"), "AppointmentPage"),
});
const unsubscribe = createRoute({
    getParentRoute: () => root,
    path: "/unsubscribe/$token",
    component: lazyRouteComponent(() => import("../letters/UnsubscribePage"), "UnsubscribePage"),
});

/** Of both apps: who is signed in may look at these pages too. */
export const outdoorRoutes = [book, appointment, unsubscribe] as const;
