/** Stored facts, as they are. */
import type { Instant } from "./ids";

export interface StoredEventLine {
    position: number;
    stream: string;
    sequence: number;
    type: string;
    revision: string;
    at: Instant;
    envelope: Record<string, unknown>;
    payload: Record<string, unknown>;
}
