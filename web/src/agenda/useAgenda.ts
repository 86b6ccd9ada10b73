import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agenda } from "../wire/queries";
import type { AgendaEntry } from "../wire/views/meetings";
import { hoursOf } from "./hours";

const asEvent = (entry: AgendaEntry) => ({
    id: entry.meetingId,
    title: `${entry.title} · ${entry.leadName}`,
    start: entry.start,
    end: entry.end,
    url: `/meetings/${entry.meetingId}`,
    className: `meeting-${entry.status}`,
});

/** The meetings of the days that the calendar shows. */
export function useAgenda() {
    const [range, setRange] = useState<{ from: string; to: string }>();
    const query = useQuery({ ...agenda(range?.from ?? "", range?.to ?? ""), enabled: range !== undefined });
    const show = (from: Date, to: Date) =>
        setRange((before) => {
            const next = { from: from.toISOString(), to: to.toISOString() };
            return before?.from === next.from && before.to === next.to ? before : next;
        });
    const entries = query.data ?? [];
    return { events: entries.map(asEvent), hours: hoursOf(entries), problem: query.error, show };
}
