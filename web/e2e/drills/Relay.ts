/** A coturn on this machine, with the configuration that operators copy. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = "/usr/bin/turnserver";
// Beside this file when it is run from its folder, which is what the runner does.
const shipped = "../infra/deploy/coturn.conf";

export class Relay {
    private constructor(
        private readonly process: ChildProcess,
        private readonly folder: string,
    ) {}

    static readonly isInstalled = () => existsSync(program);

    /** Where Parley tells browsers that it is. Both people of a call use this one, so it must reach itself. */
    static at(host: string, port: number, secret: string): Relay {
        const folder = mkdtempSync(join(tmpdir(), "parley-relay-"));
        const lines = readFileSync(shipped, "utf8")
            .split("\n")
            .filter(
                (line) => line && !/^(#|(listening-port|tls-listening-port|cert|pkey|min-port|max-port)=)/.test(line),
            )
            .map((line) =>
                line.replace(/<[^>]*>/g, line.startsWith("static-auth-secret") ? secret : "turn.example.org"),
            );
        const own = [
            ...[`listening-port=${port}`, `listening-ip=${host}`, `relay-ip=${host}`, `allowed-peer-ip=${host}`],
            ...[
                "allow-loopback-peers",
                "no-tls",
                "no-dtls",
                `pidfile=${join(folder, "pid")}`,
                `userdb=${join(folder, "users")}`,
            ],
        ];
        writeFileSync(join(folder, "coturn.conf"), [...lines, ...own].join("\n"));
        return new Relay(spawn(program, ["-c", join(folder, "coturn.conf")], { stdio: "ignore" }), folder);
    }

    get runs(): boolean {
        return this.process.exitCode === null;
    }

    async close(): Promise<void> {
        const ended = new Promise((over) => this.process.once("exit", over));
        if (this.runs) {
            this.process.kill("SIGKILL");
            await ended;
        }
        rmSync(this.folder, { recursive: true, force: true });
    }
}
