/** Puts a refusal where it belongs: at its field, or above the form. */
import { Refusal } from "../wire/Refusal";

export function atFields(
    problem: Error | null,
    fields: readonly string[],
): { errors: Record<string, string>; rest: Error | null } {
    if (!(problem instanceof Refusal) || !problem.field) return { errors: {}, rest: problem };
    const field = fields.find((name) => problem.field === name || problem.field?.startsWith(`${name}[`));
    return field ? { errors: { [field]: problem.message }, rest: null } : { errors: {}, rest: problem };
}
