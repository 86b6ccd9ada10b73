import { keepPreviousData, type QueryKey, useQuery, type UseQueryOptions } from "@tanstack/react-query";
import { useState } from "react";
import { currentName } from "../look/zones";
import type { FreeSlot } from "../wire/booking";
import { byDay, monthRange, monthsOn } from "./days";

const hereZone = () => currentName(Intl.DateTimeFormat().resolvedOptions().timeZone);
/** ISO dates come from Swedish. */
const todayIn = (zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());

type Question<Key extends QueryKey> = UseQueryOptions<FreeSlot[], Error, FreeSlot[], Key>;

/** Free times by month and day, on the clocks that somebody chooses. */
export function useSlots<Key extends QueryKey>(
    ask: (from: string, to: string, zone: string) => Question<Key>,
    enabled: boolean,
) {
    const [zone, setZone] = useState(hereZone);
    const today = todayIn(zone);
    const [month, setMonth] = useState(() => today.slice(0, 7));
    const [chosen, setChosen] = useState<string>();
    const { from, to } = monthRange(month, today);
    const found = useQuery({ ...ask(from, to, zone), placeholderData: keepPreviousData, enabled });
    const days = byDay(found.data ?? []);
    const date = chosen && days.has(chosen) ? chosen : days.keys().next().value;
    return {
        zone,
        setZone,
        today,
        month,
        lookAt: setMonth,
        later: () => setMonth(monthsOn(month, 1)),
        days,
        day: date === undefined ? undefined : days.get(date),
        chooseDay: setChosen,
        searching: found.isPending || found.isPlaceholderData,
        problem: found.error,
    };
}

export type Slots = ReturnType<typeof useSlots>;
