/** What clocks show where. */
import type { Instant } from "./ids";

/** All regions, by their present names. */
export interface Zones {
    /** The release of the rules, for instance 2026f. */
    tzdb: string;
    zones: string[];
}

/** What clocks show in a region: `offset` at first, then what every change makes of it. Offsets are like `-04:00`. */
export interface ZoneOffsets {
    tzdb: string;
    zone: string;
    offset: string;
    changes: { at: Instant; before: string; after: string }[];
}
