/** One visit to a room, from the device check at the door to the end. */
import { Cell } from "../cell";
import type { Ticket } from "../wire/views/meetings";
import { Devices } from "./Devices";
import { Levels } from "./Levels";
import { findRecogniser } from "./recogniser";
import { Room } from "./Room";
import { browserMouth } from "./Speaking";

export class Visit {
    readonly devices = new Devices();
    readonly levels = new Levels();
    readonly room = new Cell<Room | undefined>(undefined);
    private readonly endings: (() => void)[];

    constructor(private readonly ticket: () => Promise<Ticket>) {
        let followed: MediaStream | undefined;
        const follow = () => {
            const { stream } = this.devices.view.get();
            if (stream !== followed) this.levels.follow((followed = stream));
        };
        this.endings = [
            this.devices.view.subscribe(follow),
            during(window, "offline", () => this.room.get()?.networkLost()),
            during(window, "online", () => this.room.get()?.networkBack()),
            during(window, "pagehide", () => this.close()),
        ];
    }

    enter(agrees: boolean): void {
        this.room.get()?.close();
        const { devices, levels, ticket } = this;
        const room = new Room({
            ticket,
            devices,
            levels,
            recogniser: findRecogniser(),
            mouth: browserMouth(),
            language: navigator.language,
        });
        room.consent.answer(agrees);
        this.room.set(room);
    }

    /** In again after leaving or being refused: devices are asked for anew, what was agreed stays. */
    comeBack(): void {
        const agreed = this.room.get()?.consent.state.get();
        this.devices.reopen();
        this.enter(agreed === "given" || agreed === "sending");
    }

    leave(): void {
        this.room.get()?.leave();
        this.letGo();
    }

    close(): void {
        this.endings.forEach((end) => end());
        this.room.get()?.close();
        this.letGo();
    }

    private letGo(): void {
        this.levels.close();
        this.devices.close();
    }
}

function during(target: EventTarget, event: string, listener: () => void): () => void {
    target.addEventListener(event, listener);
    return () => target.removeEventListener(event, listener);
}
