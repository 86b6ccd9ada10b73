import { Button, Fieldset, Group, Modal, NumberInput, Stack, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { RefusalNote } from "../look/RefusalNote";
import type { HostPool } from "../wire/pools";
import { usePool } from "./usePool";

/** A pool, new or changed: its name, and who is in it with what weight. */
export function PoolDialog({ pool, onClose }: { pool?: HostPool; onClose: () => void }) {
    const { form, save, saving, problem } = usePool(pool, onClose);
    return (
        <Modal
            opened
            onClose={onClose}
            title={pool ? `Edit ${pool.name}` : "New pool"}
            closeButtonProps={{ "aria-label": "Close" }}
            centered
        >
            <form onSubmit={save} noValidate>
                <Stack gap="sm">
                    <TextInput label="Name" placeholder="Inbound" data-autofocus {...form.getInputProps("name")} />
                    {form.values.members.map((_, index) => (
                        <Fieldset key={index} legend={`Host ${index + 1}`}>
                            <Stack gap="xs">
                                <TextInput
                                    label="User"
                                    placeholder="sales@demo.test"
                                    {...form.getInputProps(`members.${index}.hostId`)}
                                />
                                <Group grow align="flex-start" gap="xs">
                                    <TextInput label="Name" {...form.getInputProps(`members.${index}.name`)} />
                                    <NumberInput
                                        label="Weight"
                                        min={1}
                                        max={100}
                                        {...form.getInputProps(`members.${index}.weight`)}
                                    />
                                </Group>
                                {form.values.members.length > 1 && (
                                    <Button
                                        size="compact-sm"
                                        variant="subtle"
                                        color="red"
                                        style={{ alignSelf: "flex-start" }}
                                        aria-label={`Remove host ${index + 1}`}
                                        onClick={() => form.removeListItem("members", index)}
                                    >
                                        Remove
                                    </Button>
                                )}
                            </Stack>
                        </Fieldset>
                    ))}
                    <Button
                        size="compact-sm"
                        variant="subtle"
                        style={{ alignSelf: "flex-start" }}
                        leftSection={<IconPlus size={14} aria-hidden />}
                        onClick={() => form.insertListItem("members", { hostId: "", name: "", weight: 1 })}
                    >
                        Add a host
                    </Button>
                    <RefusalNote problem={problem} />
                    <Group justify="flex-end">
                        <Button variant="default" onClick={onClose}>
                            Cancel
                        </Button>
                        <Button type="submit" loading={saving}>
                            Save pool
                        </Button>
                    </Group>
                </Stack>
            </form>
        </Modal>
    );
}
