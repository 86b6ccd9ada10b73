import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../wire/ids";
import { definePool, type HostPool, type PoolMember, revisePool } from "../wire/pools";
import { Refusal } from "../wire/Refusal";

interface Draft {
    name: string;
    members: PoolMember[];
}

/** What the dialog of a pool does. */
export function usePool(pool: HostPool | undefined, onDone: () => void) {
    const [id] = useState(newId);
    const form = useForm<Draft>({
        initialValues: {
            name: pool?.name ?? "",
            members: pool?.members.map(({ hostId, name, weight }) => ({ hostId, name, weight })) ?? [
                { hostId: "", name: "", weight: 1 },
            ],
        },
        validate: {
            name: (value) => (value.trim() ? null : "A pool needs a name."),
            members: {
                hostId: (value) => (value.trim() ? null : "Which user?"),
                name: (value) => (value.trim() ? null : "What is their name?"),
            },
        },
    });
    const saving = useMutation({
        mutationFn: (draft: Draft): Promise<unknown> =>
            pool ? revisePool(pool.hostPoolId, pool.version, draft) : definePool({ hostPoolId: id, ...draft }),
        onSuccess: onDone,
        onError: (problem) => form.setErrors(inForm(problem)),
    });
    return {
        form,
        save: form.onSubmit((draft) => saving.mutate(draft)),
        saving: saving.isPending,
        problem: saving.error && Object.keys(inForm(saving.error)).length === 0 ? saving.error : null,
    };
}

/** `members[1].hostId` is `members.1.hostId` in the form. */
function inForm(problem: Error): Record<string, string> {
    const field = problem instanceof Refusal ? problem.field : undefined;
    if (!field || (field !== "name" && !/^members\[\d+\]\./.test(field))) return {};
    return { [field.replace(/\[(\d+)\]/, ".$1")]: problem.message };
}
