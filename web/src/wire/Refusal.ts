/** The server said no, or could not be reached. `code` is stable; `message` is a sentence for people. */
export class Refusal extends Error {
    constructor(
        readonly code: string,
        readonly status: number,
        message: string,
        readonly field?: string,
    ) {
        super(message);
        this.name = "Refusal";
    }
}

/** Rules that a host may break; that two meetings overlap is none of them. */
const overrulable = new Set([
    "DAY_IS_FULL",
    "WEEK_IS_FULL",
    "DAY_OFF",
    "OUTSIDE_HOURS",
    "TOO_SHORT_NOTICE",
    "BEYOND_HORIZON",
    "BUSY_ELSEWHERE",
    "BUSY_TIMES_STALE",
    "NOBODY_FREE",
]);

export const isOverrulable = (problem: Error | null): boolean =>
    problem instanceof Refusal && overrulable.has(problem.code);
