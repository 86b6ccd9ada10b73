/** A place in a room: takes what the server says to whom it concerns, and tells the server what happens here. */
import { Cell } from "../cell";
import type { ClientFrame, Segment, ServerFrame, ServerPayloads } from "../wire/frames";
import { newId } from "../wire/ids";
import { Socket } from "../wire/socket";
import type { Id } from "../wire/views/ids";
import type { GetTicket } from "../wire/views/meetings";
import { Consent } from "./Consent";
import { Conversation } from "./Conversation";
import type { Devices } from "./Devices";
import type { Level, Levels } from "./Levels";
import { Mesh } from "./Mesh";
import type { Mouth } from "./mouth";
import { Quality } from "./Quality";
import type { MakeRecogniser } from "./recogniser";
import { People } from "./People";
import { Presence } from "./Presence";
import {
    changed,
    floorGiven,
    graded,
    joined,
    knocked,
    knockOver,
    left,
    nameOf,
    onLine,
    outside,
    type RoomView,
    welcomed,
} from "./RoomView";
import { Voices } from "./Voices";
import { Words } from "./Words";

export interface RoomParts {
    ticket: GetTicket;
    devices: Devices;
    levels: Levels;
    recogniser: MakeRecogniser | undefined;
    mouth: Mouth | undefined;
    language?: string;
    connect?: (signalUrl: string) => WebSocket;
    mesh?: (send: (frame: ClientFrame) => void) => Mesh;
    /** Words of an earlier visit that are still to be stored. */
    unsaid?: Segment[];
}

/**
 * Refused, but no news for people: a consent that came too early is said again once the interviewer has introduced itself, and a
 * level or a measurement may be on its way while the microphone or the connection ends. Who waits gets no servers, but an answer;
 * and whether one may come back does not matter while one is there.
 */
const unremarkable = new Set([
    ...["NOT_DISCLOSED", "NOT_SENDING_AUDIO", "PEER_NOT_PRESENT", "EPOCH_STALE"],
    ...["STILL_WAITING", "LOGIN_TOO_OLD", "TICKET_INVALID"],
]);

export class Room {
    readonly view = new Cell<RoomView>(outside);
    readonly levels = new Cell<Record<Id, Level>>({});
    readonly conversation = new Conversation();
    readonly people: People;
    readonly consent: Consent;
    readonly listening: Voices["listening"];
    readonly speaking: Voices["speaking"];
    readonly coverage: Voices["coverage"];
    readonly mesh: Mesh;
    readonly words: Words;
    private readonly voices: Voices;
    private readonly socket: Socket;
    private readonly quality: Quality;
    private readonly presence: Presence;
    private networkIsNew = false;
    /** Names that a recogniser would not expect. */
    private phrases: string[] = [];

    constructor(private readonly parts: RoomParts) {
        const send = (frame: ClientFrame) => this.socket.send(frame);
        this.people = new People(send);
        this.consent = new Consent(send);
        this.words = new Words(() => this.view.get().self, this.conversation, send);
        parts.unsaid?.forEach((segment) => this.words.keep(segment));
        const { words } = this;
        const phrases = () => this.phrases;
        this.voices = new Voices({ ...parts, phrases, words, view: this.view, levels: this.levels, send });
        ({ listening: this.listening, speaking: this.speaking, coverage: this.coverage } = this.voices);
        this.mesh = (parts.mesh ?? ((tell) => new Mesh(tell)))(send);
        this.quality = new Quality(() => this.mesh.statistics(), send);
        const { view, levels, mesh, consent, listening } = this;
        const { devices, levels: meter } = parts;
        this.presence = new Presence({ view, levels, devices, meter, mesh, consent, listening, send });
        this.socket = new Socket({
            ticket: async (signal) => {
                const ticket = await parts.ticket(signal);
                this.phrases = ticket.phrases ?? [];
                return ticket;
            },
            onFrame: (frame) => this.on(frame),
            onLine: (line) => {
                this.view.set(onLine(this.view.get(), line));
                if (line.state === "gone") this.rest();
            },
            ...(parts.connect ? { connect: parts.connect } : {}),
        });
        this.presence.show();
    }

    /** Typed words are an answer like spoken ones; before consent they are a message that nobody writes down. */
    type(text: string): void {
        const { self } = this.view.get();
        if (!self) return;
        if (this.consent.state.get() === "given") return this.words.type(text);
        const key = newId();
        this.conversation.chat(key, self.participantId, self.name, self.role, text, "waiting");
        this.socket.send({ type: "chat", payload: { text } }, (fate) => this.conversation.settle(key, fate));
    }

    networkLost(): void {
        this.networkIsNew = true;
        this.socket.cut();
    }

    networkBack(): void {
        this.networkIsNew = true;
        this.socket.hurry();
    }

    networkChanged(): void {
        if (this.view.get().phase === "inside") {
            this.mesh.restart();
            this.socket.doubt();
        } else {
            this.networkBack();
        }
    }

    close(): void {
        this.rest();
        this.socket.close();
    }

    leave(): void {
        this.close();
        this.view.patch({ phase: "over", reason: "LEFT" });
    }

    private on(frame: ServerFrame): void {
        const view = this.view.get();
        switch (frame.type) {
            case "welcome":
                return this.enter(frame.payload);
            case "waiting":
                return this.view.patch({ waiting: frame.payload });
            case "knock":
                return this.view.set(knocked(view, frame.payload));
            case "knock-over":
                return this.view.set(knockOver(view, frame.payload.participantId));
            case "hand":
                return this.view.set(changed(view, frame.from, { hand: frame.payload.raised }));
            case "mute":
                return this.muted(frame.payload);
            case "lock":
                return this.view.patch({ locked: frame.payload.locked });
            case "resumed":
                return this.goOn();
            case "joined":
                return this.view.set(joined(view, frame.payload.participant));
            case "left":
                return this.wentAway(frame.payload.participantId);
            case "negotiate":
                return this.mesh.negotiate(frame.payload);
            case "offer":
            case "answer":
                return this.mesh.describe(frame);
            case "candidate":
                return this.mesh.addCandidate(frame.from, frame.payload);
            case "level":
                return this.levels.patch({ [frame.from]: frame.payload });
            case "active-speaker":
                return this.view.patch({ activeSpeaker: frame.payload.participantId ?? undefined });
            case "quality":
                return this.view.set(graded(view, frame.payload));
            case "ice-servers":
                return this.mesh.useServers(frame.payload);
            case "refreshed":
            case "go-away":
                // The socket's business.
                return;
            case "media":
                return this.view.set(changed(view, frame.from, frame.payload));
            case "consent":
                if (frame.from === view.self?.participantId) this.consent.stored(frame.payload.given);
                return this.view.set(changed(view, frame.from, { consented: frame.payload.given }));
            case "caption":
                this.coverage.words(frame.payload.speaker);
                return this.conversation.hear(frame.payload);
            case "recorded":
                return this.words.recorded(frame.payload.segmentId);
            case "interviewer":
                return this.view.patch({ interviewerState: frame.payload.state });
            case "speech":
                return this.interviewerSays(frame.payload);
            case "hush":
                return this.speaking.hush();
            case "floor":
                return this.view.set(floorGiven(view, frame.payload));
            case "chat": {
                const { name, role } = nameOf(view, frame.from);
                return this.conversation.chat(newId(), frame.from, name, role, frame.payload.text);
            }
            case "progress":
                return this.view.patch({ progress: frame.payload });
            case "status":
                return this.view.patch({ status: frame.payload.status });
            case "ended":
                return this.view.patch({ phase: "over", reason: frame.payload.reason });
            case "error":
                return this.refused(frame.re, frame.payload);
            default:
                frame satisfies never;
        }
    }

    private enter(welcome: ServerPayloads["welcome"]): void {
        this.view.set(welcomed(this.view.get(), welcome));
        const me = welcome.participants.find(({ participantId }) => participantId === welcome.self.participantId);
        if (me?.consented) this.consent.stored(true);
        this.mesh.close();
        this.mesh.useServers(welcome);
        this.goOn();
    }

    /** Says again what the server may have missed. */
    private goOn(): void {
        this.consent.sendAgain();
        this.presence.show();
        this.words.sendAgain();
        if (this.networkIsNew) this.mesh.restart();
        else this.mesh.mend();
        this.networkIsNew = false;
    }

    private wentAway(who: Id): void {
        this.mesh.drop(who);
        this.view.set(left(this.view.get(), who));
        // There may be a place for media now.
        if (!this.view.get().withoutMedia) return;
        this.view.patch({ withoutMedia: false });
        this.presence.show();
    }

    /** Asked or told, by name: nobody wonders why they are silent. */
    private muted({ participantId, force, by }: ServerPayloads["mute"]): void {
        const view = this.view.get();
        if (participantId !== view.self?.participantId) return;
        if (force) this.parts.devices.switchMicrophone(false);
        const { name } = nameOf(view, by);
        this.view.patch({
            notice: force ? `${name} has muted your microphone.` : `${name} asks you to mute your microphone.`,
        });
    }

    private interviewerSays({ segmentId, kind, text, from }: ServerPayloads["speech"]): void {
        const view = this.view.get();
        if (kind === "disclosure") {
            this.view.patch({ disclosure: text });
            this.consent.sendAgain();
        }
        const speaker = view.participants.find(({ role }) => role === "interviewer");
        if (speaker) {
            const { participantId, name, role } = speaker;
            this.conversation.hear({ segmentId, speaker: participantId, name, role, text, final: true, revision: 0 });
        }
        // What was missed while the line was down is shown, but not said late.
        if (view.phase === "inside") this.speaking.say(text, segmentId, from);
    }

    private refused(re: number | undefined, { code, message }: ServerPayloads["error"]): void {
        const words = re !== undefined && this.words.refused(re, code);
        const consent = re !== undefined && !words && this.consent.refused(re, code);
        // There was nothing to take back.
        if (consent && code === "NO_CONSENT") return;
        if (code === "MESH_FULL") this.view.patch({ withoutMedia: true });
        else if (!unremarkable.has(code)) this.view.patch({ notice: message });
    }

    private rest(): void {
        this.presence.close();
        this.quality.close();
        this.voices.close();
        this.words.close();
        this.mesh.close();
    }
}
