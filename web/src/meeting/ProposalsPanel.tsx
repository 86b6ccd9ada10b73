import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ConfirmButton } from "../look/ConfirmButton";
import { asMoment } from "../look/moments";
import { Panel } from "../look/Panel";
import { RefusalNote } from "../look/RefusalNote";
import { acceptProposal, declineProposal } from "../wire/ledger";
import type { InviteeLine, MeetingPage } from "../wire/views/meetings";

/** Other times that people asked for in their calendar program. */
export function ProposalsPanel({ meeting }: { meeting: MeetingPage }) {
    const asking = meeting.invitees.filter(({ proposal }) => proposal);
    if (asking.length === 0) return null;
    return (
        <Panel title="Another time was proposed">
            <Stack gap="sm">
                {asking.map((invitee) => (
                    <Proposal key={invitee.participantId} invitee={invitee} meeting={meeting} />
                ))}
            </Stack>
        </Panel>
    );
}

function Proposal({
    invitee: { participantId, name, proposal },
    meeting: { meetingId, version },
}: {
    invitee: InviteeLine;
    meeting: MeetingPage;
}) {
    const accept = useMutation({ mutationFn: () => acceptProposal(meetingId, version, participantId) });
    const decline = useMutation({ mutationFn: () => declineProposal(meetingId, version, participantId) });
    if (!proposal) return null;
    return (
        <div>
            <Text size="sm">
                {name} proposes <strong>{asMoment(proposal.start)}</strong>
                {proposal.comment && `: “${proposal.comment}”`}
            </Text>
            <RefusalNote problem={accept.error} />
            <Group gap="xs" mt={6}>
                <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate()}>
                    Move the meeting there
                </Button>
                <ConfirmButton
                    size="xs"
                    variant="subtle"
                    color="red"
                    warning={`${name} is told that the time stays as it is.`}
                    onConfirm={() => decline.mutateAsync()}
                >
                    Decline
                </ConfirmButton>
            </Group>
        </div>
    );
}
