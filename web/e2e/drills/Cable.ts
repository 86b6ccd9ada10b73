/** A way to the server that can be cut, and that can swallow everything without a word, as networks do. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/**
 * - whole: passes everything on
 * - cut: all connections break, new ones are refused
 * - swallowing: connections stay and nothing arrives any more, in either direction; new ones are taken and lead nowhere
 */
type State = "whole" | "cut" | "swallowing";

export class Cable {
    private state: State = "whole";
    private readonly ends = new Set<Socket>();

    private constructor(
        private readonly server: Server,
        private readonly to: URL,
    ) {
        server.on("connection", (near) => this.lead(near));
    }

    static async to(url: string): Promise<Cable> {
        const server = createServer();
        const cable = new Cable(server, new URL(url));
        await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
        return cable;
    }

    get url(): string {
        return `http://localhost:${(this.server.address() as AddressInfo).port}`;
    }

    cut(): void {
        this.state = "cut";
        this.ends.forEach((end) => end.destroy());
    }

    swallow(): void {
        this.state = "swallowing";
        this.ends.forEach((end) => end.pause());
    }

    /** For new connections. What was swallowed stays dead, as behind a router that forgot it. */
    mend(): void {
        this.state = "whole";
    }

    async close(): Promise<void> {
        this.cut();
        await new Promise((closed) => this.server.close(closed));
    }

    private lead(near: Socket): void {
        this.keep(near);
        if (this.state === "cut") return void near.destroy();
        if (this.state === "swallowing") return void near.pause();
        const far = connect(Number(this.to.port || 80), this.to.hostname);
        this.keep(far);
        this.pass(near, far);
        this.pass(far, near);
    }

    private pass(from: Socket, to: Socket): void {
        from.on("data", (bytes) => to.write(bytes));
        from.on("close", () => to.destroy());
    }

    private keep(end: Socket): void {
        end.setNoDelay(true);
        this.ends.add(end);
        end.on("error", () => end.destroy());
        end.on("close", () => this.ends.delete(end));
    }
}
