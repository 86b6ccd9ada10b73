import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type FreeSlot, moveByLink, timesToMove } from "../wire/booking";
import type { Instant } from "../wire/views/ids";
import type { ShownSlot } from "./days";
import { useSlots } from "./useSlots";

/** Another time for the appointment of a link. @param start the time that it has, which is no other one */
export function useMoving(token: string, start: Instant, onDone: () => void) {
    const [wanted, setWanted] = useState<ShownSlot>();
    const ask = (from: string, to: string, zone: string) => ({
        ...timesToMove(token, from, to, zone),
        select: (found: FreeSlot[]) => found.filter((slot) => Date.parse(slot.start) !== Date.parse(start)),
    });
    const slots = useSlots(ask, true);
    const moving = useMutation({
        mutationFn: (slot: ShownSlot) => moveByLink(token, slot.start, slots.zone),
        onSuccess: onDone,
        onError: () => setWanted(undefined),
    });
    return {
        slots,
        wanted,
        choose: (slot: ShownSlot) => {
            moving.reset();
            setWanted(slot);
        },
        move: () => wanted && moving.mutate(wanted),
        sending: moving.isPending,
        problem: moving.error,
    };
}

export type Moving = ReturnType<typeof useMoving>;
