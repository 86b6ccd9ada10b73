import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Hours } from "../wire/booking";

interface Props {
    /** What these hours belong to, for those who hear the page. */
    of: string;
    hours: Hours[];
    error: (at: number) => ReactNode;
    onChange: (hours: Hours[]) => void;
}

/** From when to when, as often as needed. */
export function HoursInput({ of, hours, error, onChange }: Props) {
    const set = (at: number, part: Partial<Hours>) =>
        onChange(hours.map((one, other) => (other === at ? { ...one, ...part } : one)));
    return (
        <Stack gap={6}>
            {hours.map(({ from, to }, at) => (
                <div key={at}>
                    <Group gap={6} wrap="nowrap">
                        <TimeInput
                            size="sm"
                            w={112}
                            aria-label={`${of}, from${at > 0 ? `, ${at + 1}` : ""}`}
                            value={from}
                            error={Boolean(error(at))}
                            onChange={(event) => set(at, { from: event.currentTarget.value })}
                        />
                        <Text size="sm" aria-hidden>
                            –
                        </Text>
                        <TimeInput
                            size="sm"
                            w={112}
                            aria-label={`${of}, to${at > 0 ? `, ${at + 1}` : ""}`}
                            value={to}
                            error={Boolean(error(at))}
                            onChange={(event) => set(at, { to: event.currentTarget.value })}
                        />
                        <ActionIcon
                            variant="subtle"
                            color="gray"
                            aria-label={`Remove ${from} to ${to} on ${of}`}
                            onClick={() => onChange(hours.filter((_, other) => other !== at))}
                        >
                            <IconX size={16} aria-hidden />
                        </ActionIcon>
                    </Group>
                    {error(at) && (
                        <Text size="xs" c="var(--mantine-color-error)" role="alert" mt={2}>
                            {error(at)}
                        </Text>
                    )}
                </div>
            ))}
        </Stack>
    );
}
