import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { atFields } from "../look/fieldErrors";
import { book, freeSlots, giveBack, type Held, holdSlot, offer, type PageAddress } from "../wire/booking";
import type { ShownSlot } from "./days";
import { useSlots } from "./useSlots";

export type Person = { name: string; email: string };
const fields = ["name", "email"] as const;

/** Everything that the booking page does: a day, a time that is kept for a while, and who comes. */
export function useBooking(page: PageAddress) {
    const [slot, setSlot] = useState<ShownSlot>();
    const shown = useQuery(offer(page));
    const slots = useSlots((from, to, zone) => freeSlots(page, from, to, zone), shown.data !== undefined);
    const { zone } = slots;

    const holding = useMutation({ mutationFn: (wanted: ShownSlot) => holdSlot(page, wanted.start) });
    const giving = useMutation({ mutationFn: (held: Held) => giveBack(page, held) });
    const booking = useMutation({
        mutationFn: (person: Person) =>
            book(page, {
                ...(holding.data ? { holdId: holding.data.holdId } : {}),
                start: slot?.start ?? "",
                zone,
                name: person.name.trim(),
                email: person.email.trim(),
            }),
    });

    const back = () => {
        if (holding.data) giving.mutate(holding.data);
        setSlot(undefined);
        holding.reset();
        booking.reset();
    };
    const { errors, rest } = atFields(booking.error, fields);
    return {
        page: shown,
        zone,
        slots,
        slot,
        choose: (wanted: ShownSlot) => {
            booking.reset();
            holding.mutate(wanted, { onSuccess: () => setSlot(wanted) });
        },
        holding: holding.isPending ? holding.variables : undefined,
        held: holding.data,
        holdProblem: holding.error,
        back,
        submit: (person: Person) => booking.mutate(person),
        sending: booking.isPending,
        errors,
        problem: rest,
        booked: booking.data,
    };
}

export type Booking = ReturnType<typeof useBooking>;

/** Puts the reader where the page went on, for those who do not see it change. */
export function useArrival(id: string) {
    useEffect(() => document.getElementById(id)?.focus(), [id]);
}
