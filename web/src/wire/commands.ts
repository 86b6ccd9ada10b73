/** Everything the screens can ask the server to do. Ids of new things are made here, so that a retry is safe. */
import { http } from "./http";
import type { Id } from "./views/ids";
import type { Contact, LeadStatus } from "./views/leads";
import type { InterviewerKind, Ticket } from "./views/meetings";
import type { SignedIn } from "./views/people";
import type { Question } from "./views/questions";

/** Accepted, and there is nothing more to say. */
type Done = undefined;

export const openSession = (user: string) => http.post<SignedIn>("/session", { user });

export interface NewMeeting {
    meetingId: Id;
    title: string;
    leadId: Id;
    questionSetId?: Id;
    localStart: string;
    zone: string;
    offset?: string;
    durationMinutes: number;
    meetingType: string;
    invitees: { name: string; email: string }[];
    interviewer: InterviewerKind;
    /** Whether an invitation is enough to come in. */
    entry?: "invited" | "host";
    recurrence?: { rrule: string; exceptions?: string[] };
    hostPool?: Id;
    overrule?: boolean;
}

export interface Scheduled {
    meetingId: Id;
    roomId: Id;
    start: string;
    joinUrl: string;
    /** Where a rule made more than one. */
    occurrences?: { meetingId: Id; localStart: string; start: string }[];
}

export interface MeetingChange {
    title?: string;
    localStart?: string;
    zone?: string;
    durationMinutes?: number;
    offset?: string;
    /** Although the host's own rules say no. */
    overrule?: boolean;
}

export const scheduleMeeting = (body: NewMeeting) => http.post<Scheduled>("/meetings", body);
export const changeMeeting = (id: Id, version: number, body: MeetingChange) =>
    http.change<Done>("PATCH", `/meetings/${id}`, { body, version });
export const cancelMeeting = (id: Id, reason: string) => http.post<Done>(`/meetings/${id}/cancel`, { reason });
/** From one of its meetings on, or all that have not begun. */
export const cancelSeries = (id: Id, from: string | undefined, reason: string) =>
    http.post<Done>(`/series/${id}/cancel`, { ...(from ? { from } : {}), reason });
/** All from one of its meetings on, by the same shift. */
export const moveSeries = (id: Id, from: string, body: MeetingChange) =>
    http.change<Done>("PATCH", `/series/${id}`, { body: { from, ...body } });
export const reassignMeeting = (
    id: Id,
    version: number,
    body: { hostId?: string; hostName?: string; hostPool?: Id; reason: string; overrule?: boolean },
) => http.change<Done>("POST", `/meetings/${id}/reassign`, { body, version });
export const approveSummary = (id: Id, version: number) =>
    http.change<Done>("POST", `/meetings/${id}/summary/approve`, { version });
export const startMeeting = (id: Id) => http.post<Done>(`/meetings/${id}/start`, {});
export const endMeeting = (id: Id, reason: string) => http.post<Done>(`/meetings/${id}/end`, { reason });
export const invite = (id: Id, person: { name: string; email: string }) =>
    http.post<{ participantId: Id }>(`/meetings/${id}/invitees`, person);
export const uninvite = (id: Id, participantId: Id) =>
    http.change<Done>("DELETE", `/meetings/${id}/invitees/${participantId}`);
export const correctSegment = (id: Id, segmentId: Id, text: string, reason: string) =>
    http.post<Done>(`/meetings/${id}/segments/${segmentId}/correct`, { text, reason });
export const redactSegment = (id: Id, segmentId: Id, reason: string) =>
    http.post<Done>(`/meetings/${id}/segments/${segmentId}/redact`, { reason });
export const exportTranscript = (id: Id, accept: string) => http.text(`/meetings/${id}/transcript`, accept);

export const hostTicket = (id: Id, signal?: AbortSignal) => http.post<Ticket>(`/meetings/${id}/tickets`, {}, signal);
export const guestTicket = (token: string, signal?: AbortSignal) =>
    http.post<Ticket>(`/guest/${encodeURIComponent(token)}/tickets`, {}, signal);

export const registerLead = (body: { leadId: Id } & Partial<Contact>) => http.post<{ leadId: Id }>("/leads", body);
export const reviseLead = (id: Id, version: number, body: Partial<Contact>) =>
    http.change<Done>("PATCH", `/leads/${id}`, { body, version });
export const changeLeadStatus = (id: Id, version: number, status: LeadStatus, reason: string) =>
    http.change<Done>("POST", `/leads/${id}/status`, { body: { status, reason }, version });

export type QuestionDraft = Omit<Question, "questionId" | "signal"> & { questionId?: Id; signal?: Question["signal"] };

export const draftQuestionSet = (body: {
    questionSetId: Id;
    title: string;
    category: string;
    questions: QuestionDraft[];
}) => http.post<{ questionSetId: Id }>("/question-sets", body);
export const reviseQuestionSet = (id: Id, version: number, body: { title?: string; category?: string }) =>
    http.change<Done>("PATCH", `/question-sets/${id}`, { body, version });
export const addQuestion = (id: Id, version: number, body: QuestionDraft) =>
    http.change<{ questionId: Id }>("POST", `/question-sets/${id}/questions`, { body, version });
export const reviseQuestion = (id: Id, version: number, questionId: Id, body: QuestionDraft) =>
    http.change<Done>("PUT", `/question-sets/${id}/questions/${questionId}`, { body, version });
export const removeQuestion = (id: Id, version: number, questionId: Id) =>
    http.change<Done>("DELETE", `/question-sets/${id}/questions/${questionId}`, { version });
export const orderQuestions = (id: Id, version: number, order: Id[]) =>
    http.change<Done>("PUT", `/question-sets/${id}/order`, { body: { order }, version });
export const publishQuestionSet = (id: Id, version: number) =>
    http.change<{ version: number }>("POST", `/question-sets/${id}/publish`, { body: {}, version });
export const retireQuestionSet = (id: Id, version: number) =>
    http.change<Done>("POST", `/question-sets/${id}/retire`, { body: {}, version });
