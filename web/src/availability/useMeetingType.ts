import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { atFields } from "../look/fieldErrors";
import { type MeetingType, setMeetingType } from "../wire/booking";
import { questionSets } from "../wire/queries";
import { slugOf } from "./slug";

const fields = ["slug", "title", "durationMinutes", "bufferBeforeMinutes", "bufferAfterMinutes", "questionSetId"];

const blank: MeetingType = {
    slug: "",
    title: "",
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    questionSetId: null,
    interviewer: "human",
    location: "",
    open: true,
    publicPath: "",
};

/** Everything that the form for a meeting type does. */
export function useMeetingType(edition: number, type: MeetingType | undefined, onDone: () => void) {
    const sets = useQuery(questionSets());
    const form = useForm<MeetingType>({
        initialValues: type ?? blank,
        validate: {
            title: (value) => (value.trim() ? null : "People need a title to know what they book."),
            questionSetId: (value, { interviewer }) =>
                interviewer === "ai" && !value ? "The AI needs a published question set." : null,
        },
        onValuesChange: (now, before) => {
            // The address follows the title until somebody writes one.
            if (!type && now.title !== before.title && before.slug === slugOf(before.title))
                form.setFieldValue("slug", slugOf(now.title));
        },
    });
    const saving = useMutation({
        mutationFn: (wanted: MeetingType) => setMeetingType(edition, wanted),
        onSuccess: onDone,
        onError: (problem) => form.setErrors(atFields(problem, fields).errors),
    });
    return {
        form,
        ready: (sets.data ?? [])
            .filter((set) => set.publishedVersion !== null && !set.retired)
            .map(({ questionSetId, title }) => ({ value: questionSetId, label: title })),
        save: form.onSubmit((wanted) => saving.mutate(wanted)),
        saving: saving.isPending,
        problem: atFields(saving.error, fields).rest,
    };
}
