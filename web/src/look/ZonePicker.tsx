import { Select, type SelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { zones as zonesQuery } from "../wire/queries";
import { findZones, type ZoneChoice, zoneChoices } from "./zones";

interface Props extends Omit<SelectProps, "data" | "value" | "onChange"> {
    value: string;
    onChange: (zone: string) => void;
}

/** A time zone of those that the server knows, found by its city. */
export function ZonePicker({ value, onChange, ...looks }: Props) {
    const served = useQuery(zonesQuery()).data?.zones;
    const zones = useMemo(() => zoneChoices(value, served), [value, served]);
    return (
        <Select
            label="Time zone"
            placeholder="Search by city"
            data={zones}
            searchable
            limit={60}
            allowDeselect={false}
            filter={({ options, search }) => findZones(options as ZoneChoice[], search)}
            nothingFoundMessage="No such city here; try a larger one in the same zone."
            value={value}
            onChange={(zone) => zone && onChange(zone)}
            {...looks}
        />
    );
}
