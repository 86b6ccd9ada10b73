import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { atFields } from "../look/fieldErrors";
import { registerLead, scheduleMeeting } from "../wire/commands";
import { newId } from "../wire/ids";
import { hostPools } from "../wire/pools";
import { leads, questionSets, yearsOfOffsets, zoneOffsets } from "../wire/queries";
import type { ZoneOffsets } from "../wire/views/clocks";
import { once, recurrenceOf, type Repeats } from "./recurrence";
import type { InterviewerKind } from "../wire/views/meetings";
import { hereZone, nextGoodHour, nextMinute, type Reading, readSlot, type Slot, usualReading } from "./slots";

export const newLead = "new";

export interface Draft {
    title: string;
    leadId: string | null;
    lead: { name: string; email: string; company: string };
    date: string;
    time: string;
    zone: string;
    durationMinutes: string;
    interviewer: InterviewerKind;
    entry: "invited" | "host";
    questionSetId: string | null;
    invitees: { name: string; email: string }[];
    repeats: Repeats;
    /** A pool whose next free host takes it; oneself if none. */
    hostPool: string | null;
    overrule: boolean;
}

const split = (local: string) => ({ date: local.slice(0, 10), time: local.slice(11, 16) });

const blank = (): Draft => ({
    title: "",
    leadId: null,
    lead: { name: "", email: "", company: "" },
    ...split(nextGoodHour(hereZone())),
    zone: hereZone(),
    durationMinutes: "30",
    interviewer: "ai",
    entry: "invited",
    questionSetId: null,
    invitees: [],
    repeats: once,
    hostPool: null,
    overrule: false,
});

const needed = (words: string) => (value: string) => (value.trim() ? null : words);

/** Everything that the form for a new meeting does. */
export function useScheduling() {
    // Made once, so that sending again after a lost answer schedules nothing twice.
    const [ids] = useState(() => ({ meetingId: newId(), leadId: newId() }));
    const [chosen, setChosen] = useState<Reading>();
    const form = useForm<Draft>({
        initialValues: blank(),
        validate: {
            title: needed("A meeting needs a title."),
            leadId: (value) => (value ? null : "Choose the lead, or create a new one."),
            date: needed("On which day?"),
            time: needed("At what time?"),
            questionSetId: (value, { interviewer }) =>
                interviewer === "ai" && !value ? "The AI needs a published question set." : null,
            repeats: {
                until: (value, { repeats: { every, ends } }) =>
                    every !== "never" && ends === "until" && !value ? "Until when?" : null,
            },
            lead: {
                name: (value, { leadId }) => (leadId === newLead && !value.trim() ? "The lead needs a name." : null),
                email: (value, { leadId }) =>
                    leadId === newLead && !/^\S+@\S+$/.test(value) ? "The invitation goes to this address." : null,
            },
            invitees: {
                name: needed("Who?"),
                email: (value) => (/^\S+@\S+$/.test(value) ? null : "To which address?"),
            },
        },
        onValuesChange: (now, before) => {
            if (now.date !== before.date || now.time !== before.time || now.zone !== before.zone) setChosen(undefined);
        },
    });
    const offsets = useQuery(zoneOffsets(form.values.zone)).data;
    const slot = readable(form.values, offsets);
    const reading = chosen ?? (slot && usualReading(slot));

    const scheduling = useMutation({
        mutationFn: async (draft: Draft) => {
            if (draft.leadId === newLead) await registerLead({ leadId: ids.leadId, ...draft.lead });
            const recurrence = recurrenceOf(draft.repeats, draft.date, draft.time, offsets);
            return scheduleMeeting({
                meetingId: ids.meetingId,
                leadId: draft.leadId === newLead ? ids.leadId : (draft.leadId ?? ""),
                localStart: reading?.local ?? `${draft.date}T${draft.time}`,
                ...(slot?.kind === "overlap" && reading ? { offset: reading.offset } : {}),
                ...asDrafted(draft),
                ...(recurrence ? { recurrence } : {}),
                ...(draft.entry === "host" ? { entry: draft.entry } : {}),
            });
        },
        onError: (problem) => form.setErrors(inForm(problem)),
    });
    return {
        form,
        slot,
        reading,
        choose: setChosen,
        startNow: offsets && (() => form.setValues(split(nextMinute(offsets)))),
        leads: useQuery(leads()),
        questionSets: useQuery(questionSets()),
        submit: form.onSubmit((draft) => scheduling.mutate(draft)),
        sending: scheduling.isPending,
        pools: useQuery(hostPools()),
        refused: scheduling.error,
        problem: atFields(scheduling.error, fields).rest,
        scheduled: scheduling.data,
    };
}

export type Scheduling = ReturnType<typeof useScheduling>;

const fields = [
    "title",
    "leadId",
    "localStart",
    "zone",
    "offset",
    "durationMinutes",
    "questionSetId",
    "name",
    "email",
    "company",
    "hostPool",
    "recurrence.rrule",
    "recurrence.exceptions",
    "recurrence",
];
const places: Record<string, string> = {
    localStart: "time",
    offset: "time",
    name: "lead.name",
    email: "lead.email",
    company: "lead.company",
    "recurrence.rrule": "repeats.every",
    recurrence: "repeats.every",
    "recurrence.exceptions": "repeats.skip",
};

/** What is said as it was typed; what was left empty is not said. */
const asDrafted = ({ title, zone, durationMinutes, invitees, interviewer, ...rest }: Draft) => ({
    title,
    zone,
    durationMinutes: Number(durationMinutes),
    meetingType: "discovery",
    invitees,
    interviewer,
    ...(rest.questionSetId ? { questionSetId: rest.questionSetId } : {}),
    ...(rest.hostPool ? { hostPool: rest.hostPool } : {}),
    ...(rest.overrule ? { overrule: true } : {}),
});

/** The server's names of fields, in those of the form. */
function inForm(problem: Error): Record<string, string> {
    const { errors } = atFields(problem, fields);
    return Object.fromEntries(Object.entries(errors).map(([field, text]) => [places[field] ?? field, text]));
}

/** Nothing while the server has not said what its clocks show on that day: it decides then. */
function readable({ date, time }: Draft, offsets: ZoneOffsets | undefined): Slot | undefined {
    if (!offsets || !/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d/.test(time)) return undefined;
    if (Number(date.slice(0, 4)) >= new Date().getUTCFullYear() + yearsOfOffsets) return undefined;
    return readSlot(`${date}T${time.slice(0, 5)}`, offsets);
}
