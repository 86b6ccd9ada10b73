/** Every question the screens ask. The first word of a key names the view, so that a hint of `live` finds it. */
import { queryOptions } from "@tanstack/react-query";
import { http } from "./http";
import type { MeetingAnalysis } from "./views/analyses";
import type { StoredEventLine } from "./views/audit";
import type { ZoneOffsets, Zones } from "./views/clocks";
import type { Id } from "./views/ids";
import type { LeadCard, LeadPage, ScoreReceipt } from "./views/leads";
import type { DeliveryLine, Mail } from "./views/mails";
import type { AgendaEntry, GuestLink, GuestPage, MeetingPage } from "./views/meetings";
import type { QuestionSetLine, QuestionSetPage } from "./views/questions";
import type { TranscriptHit, TranscriptLine } from "./views/transcripts";

export const agenda = (from: string, to: string) =>
    queryOptions({
        queryKey: ["agenda", from, to],
        queryFn: ({ signal }) => http.get<AgendaEntry[]>(`/agenda?${new URLSearchParams({ from, to })}`, signal),
        placeholderData: (before) => before,
    });

export const meeting = (id: Id) =>
    queryOptions({
        queryKey: ["meeting", id],
        queryFn: ({ signal }) => http.get<MeetingPage>(`/meetings/${id}`, signal),
    });

export const guestLinks = (id: Id) =>
    queryOptions({
        queryKey: ["meeting", id, "links"],
        queryFn: ({ signal }) => http.get<GuestLink[]>(`/meetings/${id}/links`, signal),
    });

export const transcript = (id: Id) =>
    queryOptions({
        queryKey: ["transcript", id],
        queryFn: ({ signal }) => http.get<TranscriptLine[]>(`/meetings/${id}/transcript`, signal),
    });

/** Of a meeting that is on, asked again after every word and every few seconds: reading follows hearing. */
export const analysis = (id: Id, isOn: boolean) =>
    queryOptions({
        queryKey: ["transcript", id, "analysis"],
        queryFn: ({ signal }) => http.get<MeetingAnalysis>(`/meetings/${id}/analysis`, signal),
        refetchInterval: isOn && 5_000,
    });

export interface TranscriptSearch {
    q: string;
    lead?: Id | undefined;
    speaker?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
}

export const transcriptSearch = (search: TranscriptSearch) =>
    queryOptions({
        queryKey: ["transcript", "search", search],
        enabled: search.q.trim() !== "",
        queryFn: ({ signal }) => {
            const given = Object.entries({ ...search, limit: "50" }).filter(([, value]) => value);
            return http.get<TranscriptHit[]>(
                `/transcripts/search?${new URLSearchParams(given as [string, string][])}`,
                signal,
            );
        },
        placeholderData: (before) => before,
    });

export const leads = () =>
    queryOptions({ queryKey: ["leads"], queryFn: ({ signal }) => http.get<LeadCard[]>("/leads", signal) });

export const lead = (id: Id) =>
    queryOptions({ queryKey: ["leads", id], queryFn: ({ signal }) => http.get<LeadPage>(`/leads/${id}`, signal) });

export const leadScore = (id: Id) =>
    queryOptions({
        queryKey: ["leads", id, "score"],
        queryFn: ({ signal }) => http.get<ScoreReceipt>(`/leads/${id}/score`, signal),
    });

export const questionSets = () =>
    queryOptions({
        queryKey: ["question-sets"],
        queryFn: ({ signal }) => http.get<QuestionSetLine[]>("/question-sets", signal),
    });

export const questionSet = (id: Id) =>
    queryOptions({
        queryKey: ["question-sets", id],
        queryFn: ({ signal }) => http.get<QuestionSetPage>(`/question-sets/${id}`, signal),
    });

export const deliveries = (meetingId?: Id) =>
    queryOptions({
        queryKey: ["deliveries", meetingId ?? "all"],
        queryFn: ({ signal }) =>
            http.get<DeliveryLine[]>(meetingId ? `/deliveries?meeting=${meetingId}` : "/deliveries", signal),
    });

export const mailbox = () =>
    queryOptions({
        queryKey: ["mailbox"],
        queryFn: ({ signal }) => http.get<Mail[]>("/demo/mailbox", signal),
        // The demo mailbox belongs to the outside world: nobody hints when a mail arrives.
        refetchInterval: 5_000,
    });

export const timeline = (id: Id) =>
    queryOptions({
        queryKey: ["timeline", id],
        queryFn: async (): Promise<StoredEventLine[]> => {
            const lines = await http.text(`/audit/meetings/${id}/events`, "application/x-ndjson");
            return lines
                .split("\n")
                .filter((line) => line.trim() !== "")
                .map((line) => JSON.parse(line) as StoredEventLine);
        },
    });

export const guest = (token: string) =>
    queryOptions({
        queryKey: ["guest", token],
        queryFn: ({ signal }) => http.get<GuestPage>(`/guest/${encodeURIComponent(token)}`, signal),
    });

const anHour = 3_600_000;

export const zones = () =>
    queryOptions({
        queryKey: ["zones"],
        staleTime: anHour,
        queryFn: ({ signal }) => http.get<Zones>("/zones", signal),
    });

/** How far ahead the clocks of a region are known, in years. */
export const yearsOfOffsets = 9;

export const zoneOffsets = (zone: string, thisYear = new Date().getUTCFullYear()) =>
    queryOptions({
        queryKey: ["zones", zone, thisYear],
        staleTime: anHour,
        queryFn: ({ signal }) => {
            const range = { from: `${thisYear - 1}-12-30`, to: `${thisYear + yearsOfOffsets}-01-02` };
            return http.get<ZoneOffsets>(`/zones/offsets?${new URLSearchParams({ zone, ...range })}`, signal);
        },
    });
