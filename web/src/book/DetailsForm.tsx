import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { RefusalNote } from "../look/RefusalNote";
import { asClock } from "../look/moments";
import { asWallDay, type ShownSlot } from "./days";
import { type Booking, type Person, useArrival } from "./useBooking";

/** Who comes at the time that is kept for them. */
export function DetailsForm({ booking, slot }: { booking: Booking; slot: ShownSlot }) {
    const { held, zone, errors, problem, sending, submit, back } = booking;
    useArrival("who");
    const form = useForm<Person>({
        initialValues: { name: "", email: "" },
        validate: {
            name: (value) => (value.trim() ? null : "What is your name?"),
            email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : "The invitation goes to this address."),
        },
    });
    return (
        <form onSubmit={form.onSubmit(submit)} noValidate>
            <Stack gap="md" maw={460}>
                <div>
                    <Title order={2} size="h3" id="who" tabIndex={-1} style={{ outline: "none" }}>
                        {asWallDay(slot.localStart)}, {slot.label}
                    </Title>
                    <Text size="sm" c="dimmed">
                        On the clocks of {zone.replaceAll("_", " ")}.
                        {held && ` The time is kept for you until ${asClock(held.expires)}.`}
                    </Text>
                </div>
                <TextInput
                    label="Your name"
                    autoComplete="name"
                    {...form.getInputProps("name")}
                    error={form.errors["name"] ?? errors["name"]}
                />
                <TextInput
                    label="E-mail"
                    type="email"
                    autoComplete="email"
                    description="The invitation for your calendar goes there."
                    {...form.getInputProps("email")}
                    error={form.errors["email"] ?? errors["email"]}
                />
                <RefusalNote problem={problem} />
                <Group gap="xs">
                    <Button type="submit" loading={sending}>
                        Book this time
                    </Button>
                    <Button variant="subtle" onClick={back}>
                        Choose another time
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}
