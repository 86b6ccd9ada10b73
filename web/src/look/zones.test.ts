import { describe, expect, it } from "vitest";
import { findZones, zoneChoices } from "./zones";

describe("looking for a zone", () => {
    const choices = zoneChoices("Europe/Berlin");
    const first = (typed: string) => findZones(choices, typed)[0]?.value;

    it.each([
        ["new york", "America/New_York"],
        ["munich", "Europe/Berlin"],
        ["san fran", "America/Los_Angeles"],
        ["mumbai", "Asia/Kolkata"],
        ["kathmandu", "Asia/Kathmandu"],
    ])("%s is found as %s", (typed, zone) => expect(first(typed)).toBe(zone));

    it("puts cities that begin with the word first", () => {
        expect(findZones(choices, "ber")[0]?.label).toMatch(/^Ber/);
    });

    it("offers what the server knows, and the zone of this browser", () => {
        const values = zoneChoices("Europe/Berlin", ["America/Coyhaique"]).map(({ value }) => value);
        expect(values).toContain("America/Coyhaique");
        expect(values).toContain("Europe/Berlin");
        expect(values).not.toContain("Europe/Busingen");
    });

    it("finds nothing for nonsense", () => expect(findZones(choices, "xyzzy")).toEqual([]));
});
