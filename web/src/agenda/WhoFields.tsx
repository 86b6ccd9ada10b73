import { Button, Fieldset, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { newLead, type Scheduling } from "./useScheduling";

/** The lead, picked or made on the spot, and whoever else is invited. */
export function WhoFields({ scheduling: { form, leads } }: { scheduling: Scheduling }) {
    const known = (leads.data ?? []).map((lead) => ({
        value: lead.leadId,
        label: lead.company ? `${lead.name}, ${lead.company}` : lead.name,
    }));
    return (
        <Stack gap="xs">
            <Select
                label="Lead"
                placeholder="Search by name or company"
                data={[{ value: newLead, label: "+ New lead" }, ...known]}
                searchable
                {...form.getInputProps("leadId")}
            />
            {form.values.leadId === newLead && (
                <Fieldset legend="New lead">
                    <Stack gap="xs">
                        <TextInput label="Name" {...form.getInputProps("lead.name")} />
                        <TextInput label="E-mail" type="email" {...form.getInputProps("lead.email")} />
                        <TextInput label="Company" {...form.getInputProps("lead.company")} />
                    </Stack>
                </Fieldset>
            )}
            {form.values.invitees.map((_, index) => (
                <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
                    <TextInput
                        flex={1}
                        label={`Guest ${index + 1}`}
                        placeholder="Name"
                        {...form.getInputProps(`invitees.${index}.name`)}
                    />
                    <TextInput
                        flex={1}
                        aria-label={`E-mail of guest ${index + 1}`}
                        placeholder="E-mail"
                        type="email"
                        {...form.getInputProps(`invitees.${index}.email`)}
                    />
                    <Button
                        variant="subtle"
                        color="gray"
                        px="xs"
                        aria-label={`Remove guest ${index + 1}`}
                        onClick={() => form.removeListItem("invitees", index)}
                    >
                        <IconX size={16} aria-hidden />
                    </Button>
                </Group>
            ))}
            <Button
                variant="subtle"
                size="compact-sm"
                style={{ alignSelf: "flex-start" }}
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => form.insertListItem("invitees", { name: "", email: "" })}
            >
                Invite someone else
            </Button>
        </Stack>
    );
}
