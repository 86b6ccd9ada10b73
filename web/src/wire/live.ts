/** Hints of what changed, as a stream that comes back by itself and goes on where it stopped. */
import type { Http } from "./http";

export interface Hint {
    view: string;
    key: string;
    position: number;
}

interface Settings {
    /** Waits between tries, in milliseconds; the last is repeated. */
    waits: number[];
    /** The server says something at least every 15 seconds; longer silence means a dead line. */
    silence: number;
}

const calm: Settings = { waits: [500, 1_000, 2_000, 5_000, 10_000], silence: 40_000 };

export class Live {
    private readonly stopped = new AbortController();
    private lastId = "";
    private failures = 0;

    /** @param onGap the server cannot tell what was missed: everything shown should be asked again */
    constructor(
        private readonly http: Http,
        private readonly onHint: (hint: Hint) => void,
        private readonly onGap: () => void,
        private readonly settings: Settings = calm,
    ) {
        void this.keepListening();
    }

    close(): void {
        this.stopped.abort();
    }

    private async keepListening(): Promise<void> {
        while (!this.stopped.signal.aborted) {
            await this.listen().catch(() => undefined);
            if (this.stopped.signal.aborted) return;
            const waits = this.settings.waits;
            await sleep(waits[Math.min(this.failures++, waits.length - 1)] ?? 1_000, this.stopped.signal);
        }
    }

    private async listen(): Promise<void> {
        const line = new AbortController();
        const cut = () => line.abort();
        this.stopped.signal.addEventListener("abort", cut);
        let watchdog = setTimeout(cut, this.settings.silence);
        try {
            const resume: Record<string, string> = this.lastId ? { "last-event-id": this.lastId } : {};
            const body = await this.http.stream("/live", resume, line.signal);
            this.failures = 0;
            const reader = body
                .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
                .getReader();
            let rest = "";
            for (;;) {
                const { done, value } = await reader.read();
                if (done) return;
                clearTimeout(watchdog);
                watchdog = setTimeout(cut, this.settings.silence);
                const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
                rest = blocks.pop() ?? "";
                blocks.forEach((block) => this.take(block));
            }
        } finally {
            clearTimeout(watchdog);
            this.stopped.signal.removeEventListener("abort", cut);
        }
    }

    private take(block: string): void {
        const fields = block.split("\n").map((line) => line.split(/: ?(.*)/s, 2) as [string, string | undefined]);
        const field = (name: string) =>
            fields
                .filter(([key]) => key === name)
                .map(([, value]) => value ?? "")
                .join("\n");
        const id = field("id");
        if (id) this.lastId = id;
        if (field("event") === "hint") this.onHint(JSON.parse(field("data")) as Hint);
        if (field("event") === "resync") this.onGap();
    }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((wake) => {
        const timer = setTimeout(wake, milliseconds);
        signal.addEventListener("abort", () => {
            clearTimeout(timer);
            wake();
        });
    });
}
