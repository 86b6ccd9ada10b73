/** What a room looks like to somebody in it, and how it changes. Pure. */
import type { Grade, InterviewerState, Knock, Participant, Person, ServerPayloads } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import type { InterviewerKind, MeetingStatus } from "../wire/views/meetings";
import type { Line } from "../wire/socket";

/**
 * - joining: on the way in
 * - waiting: not let in yet, and why
 * - inside, reconnecting
 * - over: the meeting ended, or the person left
 * - refused: not let in, or sent out; `reason` is a code
 */
export type Phase = "joining" | "waiting" | "inside" | "reconnecting" | "over" | "refused";

export interface RoomView {
    phase: Phase;
    reason: string;
    self: Person | undefined;
    title: string;
    status: MeetingStatus | undefined;
    interviewer: InterviewerKind;
    interviewerState: InterviewerState;
    disclosure: string | undefined;
    participants: Participant[];
    /** Why one is not in yet. */
    waiting: ServerPayloads["waiting"] | undefined;
    /** Who waits to be let in, as hosts see it. */
    knocks: Knock[];
    locked: boolean;
    progress: ServerPayloads["progress"] | undefined;
    /** Who has the attention. */
    activeSpeaker: Id | undefined;
    /** Whom the interviewer asked to speak, and who is next. */
    floor: ServerPayloads["floor"];
    /** Of those who are not well connected. */
    quality: Record<Id, Grade>;
    /** Enough others are connected: neither seen nor heard, until somebody leaves. */
    withoutMedia: boolean;
    /** The server said before that it would be gone for a moment. */
    restarting: boolean;
    /** The last thing that was refused, for people. */
    notice: string;
}

export const outside: RoomView = {
    phase: "joining",
    reason: "",
    self: undefined,
    title: "",
    status: undefined,
    interviewer: "ai",
    interviewerState: "idle",
    disclosure: undefined,
    participants: [],
    waiting: undefined,
    knocks: [],
    locked: false,
    progress: undefined,
    activeSpeaker: undefined,
    floor: { participantId: null, queue: [] },
    quality: {},
    withoutMedia: false,
    restarting: false,
    notice: "",
};

export function onLine(view: RoomView, line: Line): RoomView {
    switch (line.state) {
        case "connecting":
            return { ...view, phase: "joining" };
        case "open":
            return { ...view, phase: "inside" };
        case "waiting":
            return { ...view, phase: "waiting" };
        case "lost":
            return { ...view, phase: view.self ? "reconnecting" : "joining", restarting: line.announced };
        case "gone":
            return view.phase === "over"
                ? view
                : { ...view, phase: ends.has(line.reason) ? "over" : "refused", reason: line.reason };
    }
}

const ends = new Set(["LEFT", "MEETING_OVER"]);

export const welcomed = (view: RoomView, welcome: ServerPayloads["welcome"]): RoomView => ({
    ...view,
    self: welcome.self,
    title: welcome.meeting.title,
    status: welcome.meeting.status,
    interviewer: welcome.meeting.interviewer,
    interviewerState: welcome.interviewerState,
    disclosure: welcome.disclosure ?? undefined,
    participants: welcome.participants,
    activeSpeaker: undefined,
    floor: outside.floor,
    quality: {},
    withoutMedia: false,
    waiting: undefined,
    knocks: welcome.waiting ?? [],
    locked: welcome.locked,
});

export const knocked = (view: RoomView, knock: Knock): RoomView => ({
    ...view,
    knocks: [...view.knocks.filter(({ participantId }) => participantId !== knock.participantId), knock],
});

export const knockOver = (view: RoomView, who: Id): RoomView => ({
    ...view,
    knocks: view.knocks.filter(({ participantId }) => participantId !== who),
});

export const joined = (view: RoomView, participant: Participant): RoomView => ({
    ...view,
    participants: [
        ...view.participants.filter(({ participantId }) => participantId !== participant.participantId),
        participant,
    ],
});

export function left(view: RoomView, gone: Id): RoomView {
    const { [gone]: _, ...quality } = view.quality;
    return {
        ...view,
        quality,
        participants: view.participants.filter(({ participantId }) => participantId !== gone),
    };
}

export const changed = (view: RoomView, who: Id, part: Partial<Participant>): RoomView => ({
    ...view,
    participants: view.participants.map((one) => (one.participantId === who ? { ...one, ...part } : one)),
});

export const graded = (view: RoomView, { participantId, grade }: ServerPayloads["quality"]): RoomView => ({
    ...view,
    quality: { ...view.quality, [participantId]: grade },
});

export function floorGiven(view: RoomView, floor: ServerPayloads["floor"]): RoomView {
    const mine = view.self !== undefined && floor.participantId === view.self.participantId;
    return { ...view, floor, ...(mine ? { notice: "You have the floor." } : {}) };
}

/** Whether this person agreed to be transcribed, and sends sound. */
export const isWritten = (view: RoomView, who: Id): boolean =>
    view.participants.some(({ participantId, consented, audio }) => participantId === who && consented && audio);

export const nameOf = (view: RoomView, who: Id): Person =>
    view.participants.find(({ participantId }) => participantId === who) ?? {
        participantId: who,
        name: "Somebody",
        role: "guest",
    };
