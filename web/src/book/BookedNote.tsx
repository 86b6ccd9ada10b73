import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCalendarCheck } from "@tabler/icons-react";
import { CopyField } from "../look/CopyField";
import type { Booked } from "../wire/booking";
import { asWallClock, asWallDay } from "./days";
import { useArrival } from "./useBooking";

const pathOf = (url: string) => new URL(url, "http://here").pathname;

/** It is booked; where it takes place, and how to call it off. */
export function BookedNote({ booked }: { booked: Booked }) {
    const { hostName, localStart, zone, joinUrl, appointmentUrl } = booked;
    useArrival("booked");
    return (
        <Stack gap="md" maw={560}>
            <Alert color="pine" variant="light" icon={<IconCalendarCheck aria-hidden />} role="status">
                <Title order={2} size="h3" id="booked" tabIndex={-1} style={{ outline: "none" }}>
                    You are booked
                </Title>
                <Text size="sm" mt={4}>
                    {hostName} expects you on {asWallDay(localStart)} at {asWallClock(localStart)} (
                    {zone.replaceAll("_", " ")}). The invitation is on its way by mail.
                </Text>
            </Alert>
            <CopyField label="Your link to the meeting" value={joinUrl} />
            <Group gap="xs">
                <Button component="a" href={pathOf(joinUrl)} variant="light">
                    Open the meeting’s page
                </Button>
            </Group>
            <Text size="sm" c="dimmed">
                Something came up?{" "}
                <Anchor href={pathOf(appointmentUrl)} underline="always" size="sm">
                    See, move or cancel your appointment
                </Anchor>
                . The link is in your mail too.
            </Text>
        </Stack>
    );
}
