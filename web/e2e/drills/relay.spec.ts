/** A call of two people of an organisation that hides its people's addresses: all media goes through a real coturn. */
import { assert, eventually, type Journey } from "../people";
import { aCall } from "./call";
import { Relay } from "./Relay";
import { links, mediaFlows } from "./witness";

interface Ticket {
    iceServers: { urls: string[] }[];
    iceTransportPolicy: string;
}

/** Of the other organisation, for which the server that is drilled says `relay-only`. */
const otto = { user: "sales@other.test", name: "Otto Other" };

export default async function relay(journey: Journey): Promise<void> {
    const { check, skip } = journey;
    if (!Relay.isInstalled()) return skip("there is no coturn on this machine");
    const call = await aCall(journey, "Relayed", ["Lea Leitner"], otto);
    const ticket = await call.sales.ask<Ticket>("POST", `/meetings/${call.meetingId}/tickets`, {});
    const [, host, port] = /^turn:([^:]+):(\d+)/.exec(ticket.iceServers[0]?.urls[0] ?? "") ?? [];
    if (!host || ticket.iceTransportPolicy !== "relay")
        return skip("the server knows no relay, or hides nobody's addresses (PARLEY_TURN_URLS, PARLEY_TURN_RELAYONLY)");
    const coturn = Relay.at(host, Number(port), process.env["PARLEY_TURN_SECRET"] ?? "north");

    await check("both ends of a call go through the relay, and media flows both ways", async () => {
        const people = [await call.host(), await call.guest("Lea Leitner")];
        for (const { page, name } of people) {
            await mediaFlows(page, name);
            const ends = await eventually(
                `the way of ${name}`,
                () => links(page),
                (all) => all.every(({ local, remote }) => local !== "none" && remote !== "none"),
            );
            assert(
                ends.every(({ local, remote }) => local === "relay" && remote === "relay"),
                JSON.stringify(ends),
            );
        }
        const candidates = people.flatMap(({ heard }) => heard.filter(({ type }) => type === "candidate"));
        const shown = candidates
            .map(({ payload }) => JSON.stringify(payload["candidate"]))
            .filter((one) => one !== "null");
        assert(
            shown.every((one) => / typ relay |"candidate":""/.test(one)),
            `candidates: ${shown.join("\n")}`,
        );
        assert(coturn.runs, "coturn runs");
    });
    await coturn.close();
}
