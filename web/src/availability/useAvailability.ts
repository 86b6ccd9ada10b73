import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { notifications } from "@mantine/notifications";
import { currentName } from "../look/zones";
import { Refusal } from "../wire/Refusal";
import { type HostCalendar, setAvailability } from "../wire/booking";
import { availabilityOf, type Draft, draftOf, firstDraft, likeOnWorkdays, nextHours, placeOf } from "./week";
import type { Weekday } from "../wire/booking";

const hereZone = () => currentName(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Everything that the form for one's hours does. */
export function useAvailability({ availability, edition }: HostCalendar) {
    const form = useForm<Draft>({ initialValues: availability ? draftOf(availability) : firstDraft(hereZone()) });
    const saving = useMutation({
        mutationFn: (draft: Draft) => setAvailability(edition, availabilityOf(draft)),
        onSuccess: () => {
            form.resetDirty();
            notifications.show({ message: "Saved. The booking pages offer these hours from now on." });
        },
        onError: (problem) => {
            if (problem instanceof Refusal && problem.field)
                form.setErrors({ [placeOf(problem.field, form.values.week)]: problem.message });
        },
    });
    const setDay = (day: Weekday, hours: Draft["week"][Weekday]) => {
        form.clearErrors();
        form.setFieldValue(`week.${day}`, hours);
    };
    const placed = saving.error instanceof Refusal && saving.error.field;
    return {
        form,
        setDay,
        addHours: (day: Weekday) => setDay(day, [...form.values.week[day], nextHours(form.values.week[day])]),
        likeOnWorkdays: (day: Weekday) => form.setFieldValue("week", likeOnWorkdays(form.values.week, day)),
        save: form.onSubmit((draft) => saving.mutate(draft)),
        saving: saving.isPending,
        changed: form.isDirty() || availability === null,
        problem: placed ? null : saving.error,
    };
}

export type Editing = ReturnType<typeof useAvailability>;
