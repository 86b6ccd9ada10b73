import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Http } from "./http";
import { type Hint, Live } from "./live";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose stream is written by the test. */
function aStream() {
    const asked: Record<string, string>[] = [];
    const hints: Hint[] = [];
    const gaps: number[] = [];
    let pen: ReadableStreamDefaultController<Uint8Array> | undefined;
    const http = {
        stream: async (_: string, headers: Record<string, string>, signal: AbortSignal) => {
            asked.push(headers);
            return new ReadableStream<Uint8Array>({
                start: (controller) => {
                    pen = controller;
                    signal.addEventListener("abort", () => controller.error(new Error("aborted")));
                },
            });
        },
    } as unknown as Http;
    const live = new Live(
        http,
        (hint) => hints.push(hint),
        () => gaps.push(asked.length),
        { waits: [100, 1_000], silence: 40_000 },
    );
    return {
        live,
        asked,
        hints,
        gaps,
        write: async (text: string) => {
            pen?.enqueue(new TextEncoder().encode(text));
            await vi.advanceTimersByTimeAsync(0);
        },
        end: () => pen?.close(),
    };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const hint = (position: number) =>
    `event: hint\nid: ${position}\ndata: {"view":"agenda","key":"m","position":${position}}\n\n`;

describe("hints", () => {
    it("come in pieces and are put together", async () => {
        const { write, hints, live } = aStream();
        await pass(0);
        const text = `:beat\n\n${hint(7)}${hint(8)}`;
        await write(text.slice(0, 40));
        await write(text.slice(40, 90));
        await write(text.slice(90));
        expect(hints.map(({ position }) => position)).toEqual([7, 8]);
        live.close();
    });

    it("go on where they stopped after the line was lost", async () => {
        const { write, end, asked, live } = aStream();
        await pass(0);
        await write(hint(7));
        end();
        await pass(100);
        expect(asked).toEqual([{}, { "last-event-id": "7" }]);
        live.close();
    });

    it("that nobody can name any more mean: look at everything again", async () => {
        const { write, gaps, live } = aStream();
        await pass(0);
        await write("event: resync\ndata: {}\n\n");
        expect(gaps).toHaveLength(1);
        live.close();
    });

    it("are asked for again when the line is silent for too long", async () => {
        const { write, asked, live } = aStream();
        await pass(30_000);
        await write(":beat\n\n");
        await pass(39_000);
        expect(asked).toHaveLength(1);
        await pass(1_200);
        expect(asked).toHaveLength(2);
        live.close();
    });

    it("are not asked for any more once closed", async () => {
        const { end, asked, live } = aStream();
        await pass(0);
        live.close();
        await pass(60_000);
        expect(asked).toHaveLength(1);
        expect(end).toThrow();
    });
});
