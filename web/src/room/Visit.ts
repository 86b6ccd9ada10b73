/** One visit to a room, from the device check at the door to the end. */
import { Cell } from "../cell";
import type { Segment } from "../wire/frames";
import type { GetTicket } from "../wire/views/meetings";
import { Devices } from "./Devices";
import { Levels } from "./Levels";
import { during, Network } from "./Network";
import { browserMouth } from "./mouth";
import { findRecogniser } from "./recogniser";
import { Room } from "./Room";

export class Visit {
    readonly devices = new Devices();
    readonly levels = new Levels();
    readonly room = new Cell<Room | undefined>(undefined);
    private readonly endings: (() => void)[];

    constructor(private readonly ticket: GetTicket) {
        let followed: MediaStream | undefined;
        const { connection } = navigator as Navigator & { connection?: EventTarget & { type?: string } };
        const network = new Network(() => this.room.get(), window, connection);
        const follow = () => {
            const { stream } = this.devices.view.get();
            if (stream !== followed) this.levels.follow((followed = stream));
        };
        this.endings = [
            this.devices.view.subscribe(follow),
            () => network.close(),
            during(window, "pagehide", () => this.close()),
        ];
    }

    /** @param unsaid words of an earlier visit that are still to be stored */
    enter(agrees: boolean, unsaid: Segment[] = []): void {
        this.room.get()?.close();
        const { devices, levels, ticket } = this;
        const room = new Room({
            ticket,
            devices,
            levels,
            recogniser: findRecogniser(),
            mouth: browserMouth(),
            language: navigator.language,
            unsaid,
        });
        room.consent.answer(agrees);
        this.room.set(room);
    }

    /** In again after leaving or being refused: devices are asked for anew, what was agreed stays. */
    comeBack(): void {
        const before = this.room.get();
        const agreed = before?.consent.state.get();
        this.devices.reopen();
        this.enter(agreed === "given" || agreed === "sending", before?.words.unsaid());
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
