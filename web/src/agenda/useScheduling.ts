import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { atFields } from "../look/fieldErrors";
import { registerLead, scheduleMeeting } from "../wire/commands";
import { newId } from "../wire/ids";
import { leads, questionSets, yearsOfOffsets, zoneOffsets } from "../wire/queries";
import type { InterviewerKind, ZoneOffsets } from "../wire/views";
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
    questionSetId: string | null;
    invitees: { name: string; email: string }[];
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
    questionSetId: null,
    invitees: [],
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
            return scheduleMeeting({
                meetingId: ids.meetingId,
                title: draft.title,
                leadId: draft.leadId === newLead ? ids.leadId : (draft.leadId ?? ""),
                ...(draft.questionSetId ? { questionSetId: draft.questionSetId } : {}),
                localStart: reading?.local ?? `${draft.date}T${draft.time}`,
                zone: draft.zone,
                ...(slot?.kind === "overlap" && reading ? { offset: reading.offset } : {}),
                durationMinutes: Number(draft.durationMinutes),
                meetingType: "discovery",
                invitees: draft.invitees,
                interviewer: draft.interviewer,
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
];
const places: Record<string, string> = {
    localStart: "time",
    offset: "time",
    name: "lead.name",
    email: "lead.email",
    company: "lead.company",
};

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
