import { Checkbox } from "@mantine/core";
import { isOverrulable } from "../wire/Refusal";

interface Props {
    problem: Error | null;
    checked: boolean;
    onChange: (overrule: boolean) => void;
}

/** Offered only after a rule has spoken: whoever books by hand may break the host's rules, but has to say so. */
export function OverruleBox({ problem, checked, onChange }: Props) {
    if (!checked && !isOverrulable(problem)) return null;
    return (
        <Checkbox
            label="Do it all the same"
            description="The host’s own rules are set aside; that is recorded."
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
        />
    );
}
