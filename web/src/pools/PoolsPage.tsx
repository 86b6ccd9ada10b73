import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered } from "../look/Answered";
import { ConfirmButton } from "../look/ConfirmButton";
import { TextLink } from "../look/links";
import { asMoment } from "../look/moments";
import { Nothing } from "../look/Nothing";
import { Page } from "../look/Page";
import { Panel } from "../look/Panel";
import { assignments, type HostPool, hostPools, retirePool } from "../wire/pools";
import { PoolDialog } from "./PoolDialog";

/** Who takes turns in hosting, and how it went. */
export function PoolsPage() {
    const query = useQuery(hostPools());
    const [edited, edit] = useState<HostPool | "new">();
    return (
        <Page
            title="Host pools"
            lead="A meeting for a pool goes to whoever is free and has had least for their weight."
            actions={<Button onClick={() => edit("new")}>New pool</Button>}
        >
            <Answered query={query}>
                {(pools) =>
                    pools.length === 0 ? (
                        <Nothing title="There is no pool yet">Make one, and meetings can be shared out.</Nothing>
                    ) : (
                        <Stack gap="md">
                            {pools.map((pool) => (
                                <Pool key={pool.hostPoolId} pool={pool} onEdit={() => edit(pool)} />
                            ))}
                        </Stack>
                    )
                }
            </Answered>
            {edited && <PoolDialog {...(edited === "new" ? {} : { pool: edited })} onClose={() => edit(undefined)} />}
        </Page>
    );
}

function Pool({ pool, onEdit }: { pool: HostPool; onEdit: () => void }) {
    const { hostPoolId, name, members, retired, version } = pool;
    const retire = useMutation({ mutationFn: () => retirePool(hostPoolId, version) });
    const actions = retired ? (
        <Badge color="gray">Retired</Badge>
    ) : (
        <Group gap="xs">
            <Button size="xs" variant="default" onClick={onEdit} aria-label={`Edit ${name}`}>
                Edit
            </Button>
            <ConfirmButton
                size="xs"
                variant="subtle"
                color="red"
                warning={`${name} gets no new meetings. Those it has stay where they are.`}
                onConfirm={() => retire.mutateAsync()}
            >
                Retire pool
            </ConfirmButton>
        </Group>
    );
    return (
        <Panel title={name} actions={actions}>
            <Stack gap="md">
                <Table.ScrollContainer minWidth={280} scrollAreaProps={{ tabIndex: 0 }}>
                    <Table>
                        <Table.Thead>
                            <Table.Tr>
                                <Table.Th>Host</Table.Th>
                                <Table.Th ta="right">Weight</Table.Th>
                                <Table.Th ta="right">Meetings so far</Table.Th>
                            </Table.Tr>
                        </Table.Thead>
                        <Table.Tbody>
                            {members.map((member) => (
                                <Table.Tr key={member.hostId}>
                                    <Table.Td>
                                        {member.name}{" "}
                                        <Text span size="xs" c="dimmed">
                                            {member.hostId}
                                        </Text>
                                    </Table.Td>
                                    <Table.Td ta="right">{member.weight}</Table.Td>
                                    <Table.Td ta="right">{member.assigned}</Table.Td>
                                </Table.Tr>
                            ))}
                        </Table.Tbody>
                    </Table>
                </Table.ScrollContainer>
                <Choices id={hostPoolId} />
            </Stack>
        </Panel>
    );
}

/** Whom it chose, and why. */
function Choices({ id }: { id: string }) {
    const { data = [] } = useQuery(assignments(id));
    if (data.length === 0) return null;
    return (
        <Stack
            gap={6}
            component="ul"
            p={0}
            m={0}
            style={{ listStyle: "none" }}
            aria-label="Who was chosen, newest first"
        >
            {data.map(({ number, meetingId, hostName, reason, at }) => (
                <li key={number}>
                    <Text size="sm">
                        <TextLink to="/meetings/$id" params={{ id: meetingId }} underline="always">
                            {asMoment(at)}
                        </TextLink>{" "}
                        <b>{hostName}</b>: {reason}
                    </Text>
                </li>
            ))}
        </Stack>
    );
}
