import "./room.css";
import type { ReactNode } from "react";
import { useModel, useOwned } from "../useModel";
import type { GetTicket, InterviewerKind } from "../wire/views/meetings";
import { InRoom } from "./InRoom";
import { Lobby } from "./Lobby";
import { Outside } from "./Outside";
import type { Room } from "./Room";
import { Visit } from "./Visit";

interface Props {
    ticket: GetTicket;
    title: string;
    when: string;
    name: string;
    interviewer: InterviewerKind;
    /** What happens after the end. */
    afterwards: ReactNode;
    hostControls?: ReactNode;
}

/** A visit to a room: the door, the inside, the way out. */
export function VisitView({ ticket, ...rest }: Props) {
    const visit = useOwned(() => new Visit(ticket));
    return visit ? <Inside visit={visit} {...rest} /> : null;
}

function Inside({ visit, afterwards, hostControls, ...door }: Omit<Props, "ticket"> & { visit: Visit }) {
    const room = useModel(visit.room);
    if (!room) return <Lobby visit={visit} {...door} />;
    return (
        <Present
            visit={visit}
            room={room}
            afterwards={afterwards}
            hostControls={hostControls}
            when={door.when}
            interviewer={door.interviewer}
        />
    );
}

function Present({
    visit,
    room,
    afterwards,
    hostControls,
    when,
    interviewer,
}: Pick<Props, "afterwards" | "hostControls" | "when" | "interviewer"> & { visit: Visit; room: Room }) {
    const { phase } = useModel(room.view);
    if (phase === "inside" || phase === "reconnecting")
        return <InRoom visit={visit} room={room} hostControls={hostControls} />;
    return (
        <Outside
            room={room}
            onAgain={() => visit.comeBack()}
            onLeave={() => visit.leave()}
            when={when}
            interviewer={interviewer}
        >
            {afterwards}
        </Outside>
    );
}
