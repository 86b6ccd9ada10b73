import { Button, Group, Modal, NumberInput, SegmentedControl, Select, Stack, Switch, TextInput } from "@mantine/core";
import { RefusalNote } from "../look/RefusalNote";
import type { MeetingType } from "../wire/booking";
import { useMeetingType } from "./useMeetingType";

interface Props {
    edition: number;
    type?: MeetingType;
    onClose: () => void;
}

/** A kind of meeting, new or changed. */
export function MeetingTypeDialog({ edition, type, onClose }: Props) {
    const { form, ready, save, saving, problem } = useMeetingType(edition, type, onClose);
    return (
        <Modal
            opened
            onClose={onClose}
            title={type ? `Edit ${type.title}` : "New meeting type"}
            closeButtonProps={{ "aria-label": "Close" }}
            centered
        >
            <form onSubmit={save} noValidate>
                <Stack gap="sm">
                    <TextInput label="Title" data-autofocus {...form.getInputProps("title")} />
                    {!type && (
                        <TextInput
                            label="Word in the address"
                            description="Lower case letters, digits and hyphens."
                            placeholder="discovery"
                            {...form.getInputProps("slug")}
                        />
                    )}
                    <Group grow align="flex-end" gap="xs">
                        <NumberInput label="Minutes" min={5} max={480} {...form.getInputProps("durationMinutes")} />
                        <NumberInput
                            label="Free before"
                            min={0}
                            max={240}
                            {...form.getInputProps("bufferBeforeMinutes")}
                        />
                        <NumberInput
                            label="Free after"
                            min={0}
                            max={240}
                            {...form.getInputProps("bufferAfterMinutes")}
                        />
                    </Group>
                    <SegmentedControl
                        fullWidth
                        aria-label="Who asks the questions"
                        data={[
                            { value: "human", label: "A person" },
                            { value: "ai", label: "The AI interviewer" },
                        ]}
                        {...form.getInputProps("interviewer")}
                    />
                    <Select
                        label="Question set"
                        data={ready}
                        searchable
                        clearable
                        clearButtonProps={{ "aria-label": "No question set" }}
                        {...form.getInputProps("questionSetId")}
                    />
                    <Switch
                        label="Anybody with the address may book it"
                        {...form.getInputProps("open", { type: "checkbox" })}
                    />
                    <RefusalNote problem={problem} />
                    <Group justify="flex-end">
                        <Button variant="default" onClick={onClose}>
                            Cancel
                        </Button>
                        <Button type="submit" loading={saving}>
                            Save meeting type
                        </Button>
                    </Group>
                </Stack>
            </form>
        </Modal>
    );
}
