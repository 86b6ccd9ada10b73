/** Reads the server's frames, and lets nothing through that has not the shape it should have. */
import type { ServerFrame, ServerPayloads } from "./frames";

type Check = (value: unknown) => boolean;
type Shape<P> = { [K in keyof P]-?: Check };

const text: Check = (value) => typeof value === "string";
const number: Check = (value) => typeof value === "number";
const flag: Check = (value) => typeof value === "boolean";
const object = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const maybe =
    (check: Check): Check =>
    (value) =>
        value === undefined || value === null || check(value);
const list =
    (check: Check): Check =>
    (value) =>
        Array.isArray(value) && value.every(check);
const like =
    <P>(shape: Shape<P>): Check =>
    (value) =>
        object(value) && Object.entries<Check>(shape).every(([field, check]) => check(value[field]));

const person = { participantId: text, name: text, role: text };
const participant = like({ ...person, audio: flag, video: flag, consented: flag, hand: flag });
const knock = { ...person, since: text };
const description = { sdp: text, epoch: number };

/** Every field of every frame; the compiler sees to it that none is missing. */
export const shapes: { [T in keyof ServerPayloads]: Shape<ServerPayloads[T]> } = {
    welcome: {
        self: like(person),
        meeting: like({ meetingId: text, title: text, status: text, interviewer: text }),
        room: text,
        resumeToken: text,
        participants: list(participant),
        iceServers: list(object),
        iceTransportPolicy: text,
        interviewerState: text,
        disclosure: maybe(text),
        locked: flag,
        waiting: maybe(list(like(knock))),
    },
    waiting: { reason: text, since: text, atTheLatest: maybe(text) },
    knock,
    "knock-over": { participantId: text },
    hand: { raised: flag },
    mute: { participantId: text, force: flag, by: text },
    lock: { locked: flag },
    resumed: { lastId: number },
    joined: { participant },
    left: { participantId: text, reason: text },
    negotiate: { peer: text, polite: flag, epoch: number },
    offer: description,
    answer: description,
    candidate: { candidate: (value) => value === null || object(value), epoch: number },
    level: { level: number, speaking: flag },
    "active-speaker": { participantId: maybe(text) },
    quality: { participantId: text, grade: text },
    "ice-servers": { iceServers: list(object), iceTransportPolicy: text },
    refreshed: { ticket: text, expiresAt: text },
    "go-away": { reason: text, inSeconds: number },
    media: { audio: flag, video: flag },
    consent: { given: flag },
    caption: { segmentId: text, speaker: text, name: text, role: text, text, final: flag, revision: number },
    recorded: { segmentId: text },
    interviewer: { state: text },
    speech: { segmentId: text, kind: text, text, from: maybe(number) },
    hush: { segmentId: text },
    floor: { participantId: maybe(text), queue: list(text) },
    chat: { text },
    progress: { asked: number, answered: number, skipped: number, total: number },
    status: { status: text },
    ended: { reason: text },
    error: { code: text, message: text },
};

const known = (type: unknown): type is keyof ServerPayloads => typeof type === "string" && Object.hasOwn(shapes, type);

/** The frame, or nothing where the page does not know its type or cannot read it (protocol §2: ignore it). */
export function decode(message: string): ServerFrame | undefined {
    const frame: unknown = parse(message);
    if (!object(frame) || frame["v"] !== 1 || typeof frame["seq"] !== "number" || !known(frame["type"]))
        return undefined;
    return like(shapes[frame["type"]] as Shape<object>)(frame["payload"])
        ? (frame as unknown as ServerFrame)
        : undefined;
}

function parse(message: string): unknown {
    try {
        return JSON.parse(message);
    } catch {
        return undefined;
    }
}
