import { expect, vi } from "vitest";
import { Cell } from "../cell";
import type { ClientFrame, Participant, Segment, ServerPayloads } from "../wire/frames";
import type { Devices, DevicesView } from "./Devices";
import { type Level, type Levels, silent } from "./Levels";
import type { Mesh } from "./Mesh";
import type { Ears } from "./recogniser";
import { Room } from "./Room";

/** A room with Lea in it, whose server is the test. */

export const lea: Participant = {
    participantId: "lea",
    name: "Lea",
    role: "lead",
    audio: true,
    video: false,
    consented: false,
    hand: false,
};
export const alice: Participant = { ...lea, participantId: "alice", name: "Alice", role: "host", consented: true };
const parley: Participant = { ...lea, participantId: "parley", name: "Parley", role: "interviewer", consented: true };

export const welcome: ServerPayloads["welcome"] = {
    self: { participantId: "lea", name: "Lea", role: "lead" },
    meeting: { meetingId: "m", title: "Discovery call", status: "active", interviewer: "ai" },
    room: "r",
    resumeToken: "token",
    participants: [lea, alice, parley],
    iceServers: [],
    iceTransportPolicy: "all",
    interviewerState: "idle",
    locked: false,
};

/** A mesh that writes down what it is asked. */
class RecordedMesh {
    readonly receptions = new Cell({});
    readonly asked: string[] = [];
    private note =
        (what: string) =>
        (...said: unknown[]) =>
            void this.asked.push([what, ...said.map((one) => (typeof one === "string" ? one : ""))].join(" ").trim());
    show = () => {};
    useServers = this.note("use servers");
    negotiate = this.note("negotiate");
    describe = this.note("describe");
    addCandidate = this.note("candidate");
    drop = this.note("drop");
    mend = this.note("mend");
    restart = this.note("restart");
    statistics = () => [];
    close = this.note("close");
}

export async function aRoom({ agrees = true, greeted = true, unsaid = [] as Segment[], recognises = true } = {}) {
    const wires: {
        sent: { type: string; id: number; payload: never }[];
        close: () => void;
        send: (text: string) => void;
        onopen?: () => void;
        onmessage?: (event: { data: string }) => void;
        onclose?: (event: { code: number; reason: string }) => void;
    }[] = [];
    const devices = new Cell<DevicesView>({ microphone: "on", camera: "off", stream: undefined });
    const level = new Cell<Level>(silent);
    const mesh = new RecordedMesh();
    const spoken: string[] = [];
    const switched: boolean[] = [];
    let ears: Ears | undefined;
    let aborted = 0;
    const hints: string[] = [];
    const parts = {
        devices: {
            view: devices,
            switchMicrophone: (on: boolean) => void switched.push(on),
            switchCamera: async () => {},
        } as unknown as Devices,
        levels: { level } as unknown as Levels,
    };
    const room = new Room({
        ...parts,
        ticket: async () => ({
            ticket: "t",
            expiresAt: "",
            signalUrl: "/signal",
            iceServers: [],
            phrases: ["Quetzal"],
        }),
        recogniser: recognises
            ? (heard, _language, phrases = []) => {
                  ears = heard;
                  hints.push(...phrases);
                  return { start: () => {}, stop: () => {}, abort: () => void aborted++ };
              }
            : undefined,
        mouth: { say: (sentence) => spoken.push(sentence), hush: () => spoken.push("(hush)") },
        connect: () => {
            const sent: (typeof wires)[number]["sent"] = [];
            wires.push({ sent, close: () => {}, send: (text) => void sent.push(JSON.parse(text)) });
            return wires.at(-1) as unknown as WebSocket;
        },
        mesh: () => mesh as unknown as Mesh,
        unsaid,
    });
    room.consent.answer(agrees);
    const line = () => wires.at(-1) as (typeof wires)[number];
    const connections = (number: number) => vi.waitFor(() => expect(wires[number - 1]?.onopen).toBeDefined());
    let seq = 0;
    const says = <T extends keyof ServerPayloads>(type: T, payload: ServerPayloads[T], more: object = {}) =>
        line().onmessage?.({
            data: JSON.stringify({ v: 1, type, seq: ++seq, ts: "2026-12-01T14:00:00Z", ...more, payload }),
        });
    await connections(1);
    line().onopen?.();
    if (greeted) says("welcome", welcome);
    return {
        room,
        parts,
        devices,
        level,
        mesh,
        spoken,
        switched,
        says,
        drop: () => line().onclose?.({ code: 1006, reason: "" }),
        reconnect: async (number = 2) => {
            await connections(number);
            line().onopen?.();
        },
        end: (code: number, reason = "") => line().onclose?.({ code, reason }),
        hear: (text: string, final = true) => ears?.onWords(text, final),
        aborted: () => aborted,
        hints,
        listened: () => ears !== undefined,
        sent: <T extends ClientFrame["type"]>(type: T) =>
            line().sent.filter((frame) => frame.type === type) as unknown as (Extract<ClientFrame, { type: T }> & {
                id: number;
            })[],
        agreed: () => says("consent", { given: true }, { from: "lea" }),
        texts: () =>
            room.conversation.lines.get().map(({ name, text, final }) => `${name}: ${text}${final ? "" : "…"}`),
    };
}
