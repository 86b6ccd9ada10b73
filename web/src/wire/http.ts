/** Speaks HTTP with the server: bearer token, refusals as values, and reads that see one's own writes. */
import { Refusal } from "./Refusal";

interface Problem {
    title?: string;
    detail?: string;
    code?: string;
    field?: string;
}

interface Change {
    body?: unknown;
    /** The version that was seen; left out where the change does not depend on it, or there was none yet. */
    version?: number | undefined;
    signal?: AbortSignal | undefined;
}

/** An answer that says which version it is of; none where nothing was ever changed. */
export type Versioned<T> = T & { seen?: number | undefined };

export class Http {
    /** Set while somebody is signed in. */
    bearer: string | undefined;
    /** Called when the server no longer knows the token. */
    onSignedOut: () => void = () => {};
    /** The log position of our newest change; reads wait until the views have reached it. */
    private position = 0;

    constructor(
        private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
        private readonly root = "/api/v1",
    ) {}

    async get<T>(path: string, signal?: AbortSignal): Promise<T> {
        return (await this.request("GET", path, signal ? { signal } : {})).json() as Promise<T>;
    }

    /** As `get`, with the version that a change of it has to name. */
    async getVersioned<T>(path: string, signal?: AbortSignal): Promise<Versioned<T>> {
        const answer = await this.request("GET", path, signal ? { signal } : {});
        const tag = /^(?:W\/)?"(\d+)"$/.exec(answer.headers.get("etag") ?? "");
        return { ...((await answer.json()) as T), seen: tag ? Number(tag[1]) : undefined };
    }

    /** A document in another form than JSON. */
    async text(path: string, accept: string): Promise<string> {
        return (await this.request("GET", path, { headers: { accept } })).text();
    }

    async post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
        return this.change<T>("POST", path, { body, signal });
    }

    async change<T>(
        method: "POST" | "PUT" | "PATCH" | "DELETE",
        path: string,
        { body, version, signal }: Change = {},
    ): Promise<T> {
        const headers: Record<string, string> = { "if-match": version === undefined ? "*" : `"${version}"` };
        if (body !== undefined) headers["content-type"] = "application/json";
        const answer = await this.request(method, path, {
            headers,
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            ...(signal ? { signal } : {}),
        });
        const text = await answer.text();
        return (text === "" ? undefined : JSON.parse(text)) as T;
    }

    /** The open body of a stream that never ends by itself. */
    async stream(
        path: string,
        headers: Record<string, string>,
        signal: AbortSignal,
    ): Promise<ReadableStream<Uint8Array>> {
        const answer = await this.request("GET", path, {
            headers: { accept: "text/event-stream", ...headers },
            signal,
        });
        if (!answer.body) throw new Refusal("NO_STREAM", answer.status, "The server sent no stream.");
        return answer.body;
    }

    /** Forgets who was here. */
    signOut(): void {
        this.bearer = undefined;
        this.position = 0;
    }

    private async request(method: string, path: string, init: RequestInit): Promise<Response> {
        const headers = new Headers(init.headers);
        if (this.bearer) headers.set("authorization", `Bearer ${this.bearer}`);
        if (this.position > 0) headers.set("x-parley-position", String(this.position));
        const answer = await this.reach(path, { ...init, method, headers });
        this.remember(answer);
        if (answer.ok) return answer;
        if (answer.status === 401 && this.bearer) this.onSignedOut();
        throw await refusal(answer);
    }

    private async reach(path: string, init: RequestInit): Promise<Response> {
        try {
            return await this.fetcher(this.root + path, init);
        } catch (broken) {
            if (init.signal?.aborted) throw broken;
            throw new Refusal("UNREACHABLE", 0, "The server cannot be reached. Is the connection up?");
        }
    }

    private remember(answer: Response): void {
        const reached = Number(answer.headers.get("x-parley-position"));
        if (reached > this.position) this.position = reached;
    }
}

async function refusal(answer: Response): Promise<Refusal> {
    const problem = (await answer.json().catch(() => ({}))) as Problem;
    const text = problem.detail ?? problem.title ?? `The server answered ${answer.status}.`;
    return new Refusal(problem.code ?? `HTTP_${answer.status}`, answer.status, text, problem.field);
}

/** The page's one connection to its server. */
export const http = new Http();
