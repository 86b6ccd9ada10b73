import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { moveByLink, timesToMove } from "../wire/booking";
import type { ShownSlot } from "./days";
import { useSlots } from "./useSlots";

/** Another time for the appointment of a link. */
export function useMoving(token: string, onDone: () => void) {
    const [wanted, setWanted] = useState<ShownSlot>();
    const slots = useSlots((from, to, zone) => timesToMove(token, from, to, zone), true);
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
