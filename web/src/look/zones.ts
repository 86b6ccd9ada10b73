/** Time zones as people look for them: by city. */

/** Cities that name no region of their own. */
const cities: Record<string, string> = {
    "San Francisco": "America/Los_Angeles",
    Seattle: "America/Los_Angeles",
    Boston: "America/New_York",
    Washington: "America/New_York",
    Miami: "America/New_York",
    Atlanta: "America/New_York",
    Dallas: "America/Chicago",
    Houston: "America/Chicago",
    Austin: "America/Chicago",
    Montreal: "America/Toronto",
    "Rio de Janeiro": "America/Sao_Paulo",
    Munich: "Europe/Berlin",
    Hamburg: "Europe/Berlin",
    Frankfurt: "Europe/Berlin",
    Geneva: "Europe/Zurich",
    Milan: "Europe/Rome",
    Barcelona: "Europe/Madrid",
    Edinburgh: "Europe/London",
    Manchester: "Europe/London",
    "Tel Aviv": "Asia/Jerusalem",
    "Abu Dhabi": "Asia/Dubai",
    Mumbai: "Asia/Kolkata",
    Delhi: "Asia/Kolkata",
    Bengaluru: "Asia/Kolkata",
    Beijing: "Asia/Shanghai",
    Shenzhen: "Asia/Shanghai",
    Osaka: "Asia/Tokyo",
    Canberra: "Australia/Sydney",
    Wellington: "Pacific/Auckland",
};

/** Regions that browsers still call by an older name. */
const renamed: Record<string, string> = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Europe/Kiev": "Europe/Kyiv",
};

export const currentName = (zone: string): string => renamed[zone] ?? zone;

export interface ZoneChoice {
    value: string;
    label: string;
    /** Lower case; what a search looks at. */
    words: string;
}

function choice(zone: string): ZoneChoice {
    const parts = zone.split("/").map((part) => part.replaceAll("_", " "));
    const city = parts.at(-1) ?? zone;
    const near = Object.keys(cities).filter((name) => cities[name] === zone);
    const region = parts.slice(0, -1).join(", ");
    return {
        value: zone,
        label: region ? `${city} (${region})` : city,
        words: [city, region, zone, ...near].join(" ").toLowerCase(),
    };
}

/** All zones that the server knows (until it has answered: this browser), in the order of their cities; `also` is there in any case. */
export function zoneChoices(also: string, served?: string[]): ZoneChoice[] {
    const known = new Set(
        [...(served ?? Intl.supportedValuesOf("timeZone")), ...Object.values(cities), also, "UTC"].map(currentName),
    );
    return [...known].map(choice).sort((a, b) => a.label.localeCompare(b.label));
}

/** The zones that match what was typed, cities that begin with it first. */
export function findZones(choices: ZoneChoice[], typed: string): ZoneChoice[] {
    const wanted = typed.trim().toLowerCase();
    if (!wanted) return choices;
    const rank = ({ label, words }: ZoneChoice) =>
        label.toLowerCase().startsWith(wanted) ? 0 : words.includes(wanted) ? 1 : 2;
    return choices.filter((zone) => rank(zone) < 2).sort((a, b) => rank(a) - rank(b));
}
