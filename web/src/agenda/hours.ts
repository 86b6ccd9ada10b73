/** The hours of the day that a calendar needs to show: the usual ones, and all in which something happens. */
export interface Hours {
    from: string;
    to: string;
}

const usual = { from: 7, to: 20 };
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export function hoursOf(meetings: { start: string; end: string }[]): Hours {
    let { from, to } = usual;
    for (const meeting of meetings) {
        const [start, end] = [new Date(meeting.start), new Date(meeting.end)];
        // Over midnight: both ends of the day matter.
        if (start.toDateString() !== new Date(end.getTime() - 1).toDateString())
            return { from: clock(0), to: clock(24) };
        from = Math.min(from, start.getHours());
        to = Math.max(to, end.getHours() === 0 ? 24 : end.getHours() + (end.getMinutes() > 0 ? 1 : 0));
    }
    return { from: clock(from), to: clock(to) };
}
