/** A browser dies without a word: kill -9 of all its processes. */
import { chromium } from "playwright-core";
import { options } from "../browser";
import { assert, eventually, type Journey } from "../people";
import { aCall, comingsAndGoings, idOf } from "./call";
import { mediaFlows, onlyTiles } from "./witness";

export const waits = true;

export default async function killed(journey: Journey): Promise<void> {
    const { check } = journey;
    const doomed = await chromium.launchServer(options({ fps: 8 }));
    const other = await chromium.connect(doomed.wsEndpoint());
    const call = await aCall(journey, "Killed", ["Lea Leitner"]);

    await check("the others see within 30 s that somebody's browser was killed", async () => {
        const host = await call.host();
        const guest = await call.guest("Lea Leitner", { other });
        await mediaFlows(host.page, "the host");
        const lea = idOf(guest);
        await doomed.kill(); // SIGKILL to its process group
        await eventually(
            "what the host was told",
            async () => comingsAndGoings(host, lea).join(),
            (told) => told === "joined,left connection-lost",
            30_000,
        );
        await onlyTiles(host.page, ["Sam Sales"]);
        assert(!other.isConnected(), "it is really dead");
    });
}
