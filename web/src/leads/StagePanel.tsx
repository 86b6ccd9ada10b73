import { Alert, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { changeLeadStatus } from "../wire/commands";
import type { LeadCard, LeadPage, LeadStatus } from "../wire/views/leads";
import { stages, stageWord } from "./stages";

/** Where the lead stands; the AI proposes, people decide. */
export function StagePanel({ card, proposal }: { card: LeadCard; proposal: LeadPage["proposal"] }) {
    const [status, setStatus] = useState<LeadStatus>(card.status);
    const [reason, setReason] = useState("");
    const move = useMutation({
        mutationFn: (to: { status: LeadStatus; reason: string }) =>
            changeLeadStatus(card.leadId, card.version, to.status, to.reason),
        onSuccess: (_, to) => setStatus(to.status),
    });
    return (
        <Panel title="Stage">
            <Stack gap="sm">
                <Text fw={600}>{stageWord(card.status)}</Text>
                {proposal && proposal.to !== card.status && (
                    <Alert variant="light" title={`The AI proposes: ${stageWord(proposal.to)}`}>
                        <Stack gap="xs" align="flex-start">
                            <Text size="sm">{proposal.reason}</Text>
                            <Button
                                size="xs"
                                loading={move.isPending}
                                onClick={() => move.mutate({ status: proposal.to, reason: proposal.reason })}
                            >
                                Accept
                            </Button>
                        </Stack>
                    </Alert>
                )}
                <Group gap="xs" align="flex-end">
                    <Select
                        flex={1}
                        label="Move to"
                        allowDeselect={false}
                        data={stages.map((stage) => ({ value: stage.status, label: stage.word }))}
                        value={status}
                        onChange={(value) => value && setStatus(value as LeadStatus)}
                    />
                    <Button
                        variant="default"
                        disabled={status === card.status}
                        loading={move.isPending}
                        onClick={() => move.mutate({ status, reason })}
                    >
                        Move
                    </Button>
                </Group>
                {status !== card.status && (
                    <TextInput
                        label="Reason"
                        value={reason}
                        onChange={(event) => setReason(event.currentTarget.value)}
                    />
                )}
                <RefusalNote problem={move.error} />
            </Stack>
        </Panel>
    );
}
