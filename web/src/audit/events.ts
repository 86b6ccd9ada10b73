import type { StoredEventLine } from "../wire/views/audit";

/** Who did it, by name where the envelope has one. */
export function actorOf({ envelope }: StoredEventLine): string {
    return String(envelope["actorName"] ?? envelope["actorId"] ?? "unknown");
}

export const unique = (values: string[]): string[] => [...new Set(values)].sort();

/** The words of an event that tell most, where it has any. */
export function gist({ payload }: StoredEventLine): string {
    for (const field of ["text", "title", "reason", "headline", "quote"]) {
        const value = payload[field];
        if (typeof value === "string" && value !== "") return value;
    }
    const answer = payload["answer"];
    if (typeof answer === "object" && answer !== null && "value" in answer) return String(answer.value);
    const participant = payload["participant"];
    if (typeof participant === "object" && participant !== null && "name" in participant)
        return String(participant.name);
    return "";
}
