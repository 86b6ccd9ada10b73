/** Faults that a server in development makes on purpose (docs/protocol.md §9). */
import { assert, eventually, type Journey } from "../people";
import { aCall, idOf, type Person } from "./call";
import { links, mediaFlows, onlyTiles, say } from "./witness";

const heard = (who: Person, type: string) => who.heard.filter((frame) => frame.type === type);

export default async function faults(journey: Journey): Promise<void> {
    const { check, afterwards, skip } = journey;
    const call = await aCall(journey, "Faults", ["Lea Leitner"]);
    const host = await call.host();
    const guest = await call.guest("Lea Leitner");
    await mediaFlows(host.page, "the host");
    await say(guest.page, "simulate", { fault: "drop-media", seconds: 1 });
    const simulates = await eventually(
        "a new epoch",
        async () => heard(guest, "negotiate").length,
        (many) => many > 1,
        10_000,
    ).catch(() => 0);
    if (!simulates) return skip("the server makes no faults on purpose (start it with PARLEY_DEVELOPMENT=true)");

    await check("media that is thrown away is negotiated anew, under a later epoch", async () => {
        for (const { page, name } of [host, guest]) await mediaFlows(page, name);
        const epochs = heard(guest, "negotiate").map(({ payload }) => Number(payload["epoch"]));
        assert(
            epochs.every((epoch, index) => index === 0 || epoch > (epochs[index - 1] ?? 0)),
            `epochs ${epochs.join()}`,
        );
        assert((await links(guest.page)).length === 1, "the old connection is closed");
    });

    await check("a line that is dropped comes back as soon as it may, as the same session", async () => {
        await say(guest.page, "simulate", { fault: "drop-signaling", seconds: 3 });
        await guest.page.getByText("Reconnecting").waitFor();
        await guest.page.getByText("Reconnecting").waitFor({ state: "hidden" });
        assert(heard(guest, "resumed").length === 1 && heard(guest, "welcome").length === 1, "it was resumed");
        for (const { page, name } of [host, guest]) await mediaFlows(page, name);
    });

    afterwards("a restart is announced, told calmly, and survived by everybody", async () => {
        const ids = [host, guest].map(idOf);
        await say(guest.page, "simulate", { fault: "restart", seconds: 1 });
        for (const who of [host, guest])
            await eventually(
                `welcomes of ${who.name}`,
                async () => heard(who, "welcome").length,
                (many) => many === 2,
            );
        for (const who of [host, guest]) {
            assert(heard(who, "go-away").length === 1, `${who.name} was warned`);
            await mediaFlows(who.page, who.name);
            await onlyTiles(who.page, ["Sam Sales", "Lea Leitner"]);
        }
        assert(
            [host, guest].every((who, index) => idOf(who) === ids[index]),
            "the same people",
        );
    });
}
