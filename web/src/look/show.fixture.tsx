/** Shows a view as the app would, in a page without a server. */
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { http } from "../wire/http";
import { theme } from "../theme";

/** What the server answers, by method and path. */
export type Answers = Record<string, unknown>;

export class Refused {
    constructor(
        readonly status: number,
        readonly problem: { code: string; detail: string; field?: string },
    ) {}
}

/** An answer with the version that it is of. */
export class AtVersion {
    constructor(
        readonly version: number,
        readonly body: object,
    ) {}
}

export interface Question {
    method: string;
    path: string;
    body: unknown;
    ifMatch: string | null;
}

export function serverAnswers(answers: Answers): Question[] {
    const asked: Question[] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
        const path = url.replace("/api/v1", "").split("?")[0] ?? "";
        const method = init.method ?? "GET";
        const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
        asked.push({ method, path, body, ifMatch: new Headers(init.headers).get("if-match") });
        const answer = answers[`${method} ${path}`];
        if (answer instanceof Refused) return Response.json(answer.problem, { status: answer.status });
        if (answer instanceof AtVersion)
            return Response.json(answer.body, { headers: { etag: `"${answer.version}"` } });
        return Response.json(answer ?? {}, { status: answer === undefined ? 404 : 200 });
    });
    http.bearer = "token";
    return asked;
}

export function show(view: ReactNode) {
    vi.stubGlobal("matchMedia", (query: string) => ({
        matches: false,
        media: query,
        addEventListener: () => {},
        removeEventListener: () => {},
    }));
    vi.stubGlobal(
        "ResizeObserver",
        class {
            observe() {}
            unobserve() {}
            disconnect() {}
        },
    );
    Object.assign(document, { fonts: { addEventListener: () => {}, removeEventListener: () => {} } });
    Element.prototype.scrollIntoView = () => {};
    const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
    return render(
        <MantineProvider theme={theme} env="test">
            <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
                <RouterContextProvider router={router as never}>{view}</RouterContextProvider>
            </QueryClientProvider>
        </MantineProvider>,
    );
}
