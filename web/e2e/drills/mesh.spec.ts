/** As many as a room connects, one more, and a place that becomes free. */
import axe from "@axe-core/playwright";
import { assert, type Journey } from "../people";
import { aCall, idOf, type Person, type } from "./call";
import { hears, links, mediaFlows, onlyTiles } from "./witness";

const guests = ["Lea Leitner", "Bob Berger", "Cleo Conrad", "Dora Dorn"];

export default async function mesh(journey: Journey): Promise<void> {
    const { check } = journey;
    const call = await aCall(journey, "A full house", guests);
    const people: Person[] = [];
    let fifth: Person | undefined;

    await check("four people hold twelve ends of six connections, with media on each", async () => {
        people.push(await call.host());
        for (const name of guests.slice(0, 3)) people.push(await call.guest(name));
        for (const { page, name } of people) await mediaFlows(page, name, 3);
        const ends = (await Promise.all(people.map(({ page }) => links(page)))).flat();
        assert(ends.length === 12 && ends.every(({ state }) => state === "connected"), JSON.stringify(ends));
    });

    await check("who speaks and whose connection is weak is said in words, without barriers", async () => {
        const [host, lea] = people;
        assert(host && lea, "both are there");
        await hears(host.page, "quality", { participantId: idOf(lea), grade: "fair" });
        await host.page.getByRole("group", { name: "Lea Leitner, lead" }).getByText("weak connection").waitFor();
        const { violations } = await new axe({ page: host.page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        assert(serious.length === 0, serious.map(({ id }) => id).join());
        await host.page.screenshot({ path: "target/e2e/mesh-1440.png" });
        await host.page.setViewportSize({ width: 360, height: 740 });
        await host.page.screenshot({ path: "target/e2e/mesh-360.png" });
        const wide = await host.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert(wide <= 0, `the page is ${wide} px too wide for a phone`);
    });

    await check("a fifth is told that there is no place for their media, and what still works", async () => {
        fifth = await call.guest("Dora Dorn");
        await fifth.page.getByText("The others neither see nor hear you").waitFor();
        assert(
            fifth.heard.some(({ type: told, payload }) => told === "error" && payload["code"] === "MESH_FULL"),
            "refused by its code",
        );
        await fifth.page.screenshot({ path: "target/e2e/mesh-fifth.png" });
        await type(fifth.page, "I am only reading.");
        await people[1]?.page.getByRole("log").getByText("I am only reading.").waitFor();
        for (const { page, name } of people) await mediaFlows(page, name, 3);
    });

    await check("who waits for a place gets it when somebody leaves", async () => {
        const leaving = people.pop();
        assert(leaving && fifth && idOf(leaving) !== idOf(fifth), "two people");
        await leaving.page.getByRole("button", { name: "Leave" }).click();
        people.push(fifth);
        for (const { page, name } of people) await mediaFlows(page, name, 3);
        await fifth.page.getByText("The others neither see nor hear you").waitFor({ state: "hidden" });
        for (const { page } of people) await onlyTiles(page, ["Sam Sales", "Lea Leitner", "Bob Berger", "Dora Dorn"]);
    });
}
