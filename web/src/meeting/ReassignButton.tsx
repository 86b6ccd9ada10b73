import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { OverruleBox } from "../look/OverruleBox";
import { RefusalNote } from "../look/RefusalNote";
import { reassignMeeting } from "../wire/commands";
import { hostPools } from "../wire/pools";
import type { MeetingPage } from "../wire/views/meetings";

const somebody = "somebody";

/** Hands the meeting to another host, or to whoever of a pool is next and free. */
export function ReassignButton({ meeting: { meetingId, version, hostName } }: { meeting: MeetingPage }) {
    const [open, { open: show, close }] = useDisclosure();
    const [to, setTo] = useState(somebody);
    const [host, setHost] = useState({ hostId: "", hostName: "" });
    const [reason, setReason] = useState("");
    const [overrule, setOverrule] = useState(false);
    const pools = useQuery({ ...hostPools(), enabled: open });
    const hand = useMutation({
        mutationFn: () =>
            reassignMeeting(meetingId, version, {
                ...(to === somebody ? host : { hostPool: to }),
                reason,
                ...(overrule ? { overrule } : {}),
            }),
        onSuccess: close,
    });
    const choices = (pools.data ?? []).filter(({ retired }) => !retired);
    return (
        <>
            <Button variant="default" onClick={show}>
                Hand over
            </Button>
            <Modal
                opened={open}
                onClose={close}
                title="Hand over"
                closeButtonProps={{ "aria-label": "Close" }}
                centered
            >
                <Stack>
                    <Select
                        label={`To whom, instead of ${hostName}`}
                        data={[
                            { value: somebody, label: "A certain person" },
                            ...choices.map(({ hostPoolId, name }) => ({
                                value: hostPoolId,
                                label: `Whoever of ${name} is next and free`,
                            })),
                        ]}
                        allowDeselect={false}
                        value={to}
                        onChange={(value) => setTo(value ?? somebody)}
                    />
                    {to === somebody && (
                        <Group grow gap="xs" align="flex-start">
                            <TextInput
                                label="User"
                                placeholder="second@demo.test"
                                value={host.hostId}
                                onChange={(event) => setHost({ ...host, hostId: event.currentTarget.value })}
                            />
                            <TextInput
                                label="Name"
                                value={host.hostName}
                                onChange={(event) => setHost({ ...host, hostName: event.currentTarget.value })}
                            />
                        </Group>
                    )}
                    <TextInput
                        label="Reason (kept in the timeline)"
                        value={reason}
                        onChange={(event) => setReason(event.currentTarget.value)}
                    />
                    <RefusalNote problem={hand.error} />
                    <OverruleBox problem={hand.error} checked={overrule} onChange={setOverrule} />
                    <Group justify="flex-end">
                        <Button
                            loading={hand.isPending}
                            disabled={to === somebody && (!host.hostId.trim() || !host.hostName.trim())}
                            onClick={() => hand.mutate()}
                        >
                            Hand it over
                        </Button>
                    </Group>
                </Stack>
            </Modal>
        </>
    );
}
