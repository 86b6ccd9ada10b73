import { useMutation } from "@tanstack/react-query";
import { ConfirmButton } from "../look/ConfirmButton";
import { cancelSeries } from "../wire/commands";
import type { MeetingPage } from "../wire/views";

/** Calls off this meeting of a series and all that follow. */
export function CancelSeriesButton({
    series: { seriesId, recurrenceId },
}: {
    meeting: MeetingPage;
    series: NonNullable<MeetingPage["series"]>;
}) {
    const cancel = useMutation({ mutationFn: (reason: string) => cancelSeries(seriesId, recurrenceId, reason) });
    return (
        <ConfirmButton
            variant="subtle"
            color="red"
            reason="Reason (the invited people read it)"
            warning="This meeting and all later ones of its series are cancelled. Everybody is told by mail."
            onConfirm={(reason) => cancel.mutateAsync(reason)}
        >
            Cancel this and following
        </ConfirmButton>
    );
}
