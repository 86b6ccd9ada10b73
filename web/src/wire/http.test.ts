import { describe, expect, it } from "vitest";
import { Http } from "./http";
import { Refusal } from "./Refusal";

function aServer(...answers: Response[]) {
    const asked: { url: string; method: string | undefined; headers: Headers; body: unknown }[] = [];
    const http = new Http(async (url, init) => {
        asked.push({ url: String(url), method: init?.method, headers: new Headers(init?.headers), body: init?.body });
        const answer = answers.shift();
        if (!answer) throw new TypeError("connection refused");
        return answer;
    });
    return { http, asked };
}

describe("reading one's own writes", () => {
    it("a read after a change names the change's position", async () => {
        const { http, asked } = aServer(
            new Response(null, { status: 204, headers: { "X-Parley-Position": "42" } }),
            Response.json([]),
            Response.json([], { headers: { "X-Parley-Position": "40" } }),
            Response.json([]),
        );
        await http.post("/meetings/m/start", {});
        await http.get("/agenda");
        await http.get("/agenda");
        await http.get("/agenda");
        expect(asked.map(({ headers }) => headers.get("x-parley-position"))).toEqual([null, "42", "42", "42"]);
    });

    it("who signs out takes nothing along", async () => {
        const { http, asked } = aServer(
            Response.json({}, { headers: { "X-Parley-Position": "42" } }),
            Response.json({}),
        );
        http.bearer = "secret";
        await http.get("/me");
        http.signOut();
        await http.get("/guest/x");
        expect(asked[1]?.headers.get("authorization")).toBeNull();
        expect(asked[1]?.headers.get("x-parley-position")).toBeNull();
    });
});

describe("changes", () => {
    it("name the version that was seen, or that it does not matter", async () => {
        const { http, asked } = aServer(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
        await http.change("PATCH", "/meetings/m", { body: { title: "x" }, version: 7 });
        await http.change("POST", "/meetings/m/start");
        expect(asked.map(({ headers }) => headers.get("if-match"))).toEqual(['"7"', "*"]);
    });
});

describe("a no", () => {
    it("carries its code, its sentence and its field", async () => {
        const problem = { code: "UNKNOWN_ZONE", detail: "This is not a time zone.", field: "zone" };
        const { http } = aServer(Response.json(problem, { status: 400 }));
        const refusal = await http.post("/meetings", {}).catch((no: unknown) => no);
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({
            code: "UNKNOWN_ZONE",
            status: 400,
            message: "This is not a time zone.",
            field: "zone",
        });
    });

    it("that is no problem document still has a code", async () => {
        const { http } = aServer(new Response("<h1>Bad gateway</h1>", { status: 502 }));
        await expect(http.get("/agenda")).rejects.toMatchObject({ code: "HTTP_502", status: 502 });
    });

    it("is also that nobody answers", async () => {
        const { http } = aServer();
        await expect(http.get("/agenda")).rejects.toMatchObject({ code: "UNREACHABLE", status: 0 });
    });

    it("to the token ends the session", async () => {
        const { http } = aServer(Response.json({ code: "TOKEN_INVALID" }, { status: 401 }));
        let ended = 0;
        http.onSignedOut = () => ended++;
        http.bearer = "old";
        await expect(http.get("/agenda")).rejects.toMatchObject({ status: 401 });
        expect(ended).toBe(1);
    });
});
