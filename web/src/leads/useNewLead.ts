import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { atFields } from "../look/fieldErrors";
import { registerLead } from "../wire/commands";
import { newId } from "../wire/ids";
import type { Contact } from "../wire/views/leads";

const fields = ["name", "email", "company", "phone", "title"] as const;

/** The form for somebody new. */
export function useNewLead(onDone: () => void) {
    const [leadId, renew] = useState(newId);
    const form = useForm<Contact>({
        initialValues: { name: "", email: "", company: "", phone: "", title: "" },
        validate: {
            name: (value) => (value.trim() ? null : "Who is it?"),
            email: (value) => (/^\S+@\S+$/.test(value) ? null : "An address that mail can be sent to."),
        },
    });
    const register = useMutation({
        mutationFn: (contact: Contact) => registerLead({ leadId, ...contact }),
        onSuccess: () => {
            form.reset();
            renew(newId());
            onDone();
        },
        onError: (problem) => form.setErrors(atFields(problem, fields).errors),
    });
    return {
        form,
        submit: form.onSubmit((contact) => register.mutate(contact)),
        sending: register.isPending,
        problem: atFields(register.error, fields).rest,
    };
}
