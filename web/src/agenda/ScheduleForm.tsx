import { Button, Group, Select, SegmentedControl, Stack, TextInput, Input } from "@mantine/core";
import { OverruleBox } from "../look/OverruleBox";
import { RefusalNote } from "../look/RefusalNote";
import { RepeatFields } from "./RepeatFields";
import { ScheduledNote } from "./ScheduledNote";
import { useScheduling, type Scheduling } from "./useScheduling";
import { WhenFields } from "./WhenFields";
import { WhoFields } from "./WhoFields";

/** A new meeting: what, with whom, when, and who asks. */
export function ScheduleForm({ onDone }: { onDone: () => void }) {
    const scheduling = useScheduling();
    const { form, submit, sending, problem, refused, scheduled } = scheduling;
    if (scheduled) return <ScheduledNote scheduled={scheduled} onDone={onDone} />;
    return (
        <form onSubmit={submit} noValidate>
            <Stack gap="md">
                <TextInput label="Title" placeholder="Discovery call" data-autofocus {...form.getInputProps("title")} />
                <WhoFields scheduling={scheduling} />
                <WhenFields scheduling={scheduling} />
                <RepeatFields scheduling={scheduling} />
                <HostField scheduling={scheduling} />
                <InterviewFields scheduling={scheduling} />
                <RefusalNote problem={problem} />
                <OverruleBox
                    problem={refused}
                    checked={form.values.overrule}
                    onChange={(overrule) => form.setFieldValue("overrule", overrule)}
                />
                <Group justify="flex-end">
                    <Button variant="default" onClick={onDone}>
                        Cancel
                    </Button>
                    <Button type="submit" loading={sending}>
                        Schedule
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}

/** Nothing to choose where nobody takes turns. */
function HostField({ scheduling: { form, pools } }: { scheduling: Scheduling }) {
    const choices = (pools.data ?? []).filter(({ retired }) => !retired);
    if (choices.length === 0) return null;
    return (
        <Select
            label="Host"
            placeholder="Myself"
            data={choices.map(({ hostPoolId, name }) => ({
                value: hostPoolId,
                label: `Whoever of ${name} is next and free`,
            }))}
            clearable
            clearButtonProps={{ "aria-label": "Myself" }}
            {...form.getInputProps("hostPool")}
        />
    );
}

function InterviewFields({ scheduling: { form, questionSets } }: { scheduling: Scheduling }) {
    const ready = (questionSets.data ?? []).filter((set) => set.publishedVersion !== null && !set.retired);
    return (
        <>
            <Input.Wrapper label="Who asks the questions" labelElement="div">
                <SegmentedControl
                    fullWidth
                    aria-label="Who asks the questions"
                    data={[
                        { value: "ai", label: "The AI interviewer" },
                        { value: "human", label: "A person" },
                    ]}
                    {...form.getInputProps("interviewer")}
                />
            </Input.Wrapper>
            <Input.Wrapper label="How guests come in" labelElement="div">
                <SegmentedControl
                    fullWidth
                    aria-label="How guests come in"
                    data={[
                        { value: "invited", label: "By their invitation" },
                        { value: "host", label: "When the host lets them in" },
                    ]}
                    {...form.getInputProps("entry")}
                />
            </Input.Wrapper>
            <Select
                label="Question set"
                description={
                    ready.length === 0 ? "There is no published set yet: make one under Question sets." : undefined
                }
                data={ready.map((set) => ({
                    value: set.questionSetId,
                    label: `${set.title} (version ${set.publishedVersion})`,
                }))}
                searchable
                clearable
                clearButtonProps={{ "aria-label": "No question set" }}
                {...form.getInputProps("questionSetId")}
            />
        </>
    );
}
