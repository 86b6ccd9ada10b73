/** Both ways of speech in a room: from this person's microphone to words, and from the interviewer's words to the loudspeaker. */
import type { Cell } from "../cell";
import type { ClientFrame, Gap, Segment } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import { Coverage } from "./Coverage";
import { Exchange } from "./Exchange";
import type { Level } from "./Levels";
import { Listening } from "./Listening";
import type { Mouth } from "./mouth";
import type { MakeRecogniser } from "./recogniser";
import { isWritten, type RoomView } from "./RoomView";
import { Speaking } from "./Speaking";
import type { Words } from "./Words";

export interface VoicesParts {
    recogniser: MakeRecogniser | undefined;
    mouth: Mouth | undefined;
    language?: string | undefined;
    phrases: () => string[];
    words: Words;
    view: Cell<RoomView>;
    levels: Cell<Record<Id, Level>>;
    send: (frame: ClientFrame) => void;
}

export class Voices {
    readonly listening: Listening;
    readonly speaking: Speaking;
    readonly coverage: Coverage;
    private readonly exchange: Exchange;

    constructor({ recogniser, mouth, language, phrases, words, view, levels, send }: VoicesParts) {
        this.speaking = new Speaking(mouth, (payload) => send({ type: "said", payload }));
        this.exchange = new Exchange(this.speaking, (segment) => words.say(segment));
        this.coverage = new Coverage(levels.get, (who) => isWritten(view.get(), who));
        const heard = (segment: Segment) => {
            const { self } = view.get();
            if (self) this.coverage.words(self.participantId);
            this.exchange.heard(segment);
        };
        const listener = { onSegment: heard, onGap: (gap: Gap) => words.miss(gap) };
        this.listening = new Listening(recogniser, listener, language, Date.now, undefined, phrases);
    }

    close(): void {
        this.listening.close();
        this.speaking.close();
        this.exchange.close();
        this.coverage.close();
    }
}
