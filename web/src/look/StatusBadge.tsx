import { Badge } from "@mantine/core";
import type { MeetingStatus } from "../wire/views/meetings";

/** One word and one colour for each state of a meeting, the same everywhere. */
export const statusWords: Record<MeetingStatus, { word: string; color: string }> = {
    scheduled: { word: "Scheduled", color: "pine" },
    "lobby-open": { word: "Room open", color: "blue" },
    active: { word: "Live now", color: "orange" },
    ending: { word: "Ending", color: "orange" },
    completed: { word: "Completed", color: "gray" },
    cancelled: { word: "Cancelled", color: "red" },
    "no-show": { word: "No-show", color: "red" },
    "lead-absent": { word: "Lead is late", color: "yellow" },
    abandoned: { word: "Abandoned", color: "red" },
    failed: { word: "Failed", color: "red" },
};

export function StatusBadge({ status }: { status: MeetingStatus }) {
    const { word, color } = statusWords[status];
    return <Badge color={color}>{word}</Badge>;
}
