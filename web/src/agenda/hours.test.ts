import { expect, it } from "vitest";
import { hoursOf } from "./hours";

const meeting = (start: string, end: string) => ({ start: `2026-12-01T${start}:00`, end: `2026-12-${end}:00` });

it.each([
    ["nothing", [], "07:00", "20:00"],
    ["office hours", [meeting("09:00", "01T09:30")], "07:00", "20:00"],
    ["an early bird", [meeting("05:45", "01T06:15")], "05:00", "20:00"],
    ["an evening", [meeting("21:00", "01T21:30")], "07:00", "22:00"],
    ["until midnight", [meeting("23:00", "02T00:00")], "07:00", "24:00"],
    ["over midnight", [meeting("23:30", "02T00:30")], "00:00", "24:00"],
])("%s", (_, meetings, from, to) => expect(hoursOf(meetings)).toEqual({ from, to }));
