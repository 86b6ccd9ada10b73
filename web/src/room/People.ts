/** What one may ask for about people: one's own hand, and for hosts who comes in, who is heard and who must go. */
import type { ClientFrame } from "../wire/frames";
import type { Id } from "../wire/views/ids";

export class People {
    constructor(private readonly send: (frame: ClientFrame) => void) {}

    raiseHand(raised: boolean): void {
        this.send({ type: "hand", payload: { raised } });
    }

    admit(participantId: Id): void {
        this.send({ type: "admit", payload: { participantId } });
    }

    admitAll(): void {
        this.send({ type: "admit-all", payload: {} });
    }

    deny(participantId: Id): void {
        this.send({ type: "deny", payload: { participantId } });
    }

    mute(participantId: Id, force: boolean): void {
        this.send({ type: "mute", payload: { participantId, force } });
    }

    remove(participantId: Id, ban: boolean): void {
        this.send({ type: "remove", payload: { participantId, ban } });
    }

    lock(locked: boolean): void {
        this.send({ type: "lock", payload: { locked } });
    }
}
