/** What names things and moments on the wire. */

export type Instant = string;

export type Id = string;
