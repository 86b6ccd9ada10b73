import type { LeadStatus } from "../wire/views/leads";

/** The stages of qualification, in the order of the board. */
export const stages: { status: LeadStatus; word: string }[] = [
    { status: "new", word: "New" },
    { status: "engaged", word: "Engaged" },
    { status: "qualified", word: "Qualified" },
    { status: "nurture", word: "Nurture" },
    { status: "disqualified", word: "Disqualified" },
];

export const stageWord = (status: LeadStatus): string =>
    stages.find((stage) => stage.status === status)?.word ?? status;
