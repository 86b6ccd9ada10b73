import { useModel } from "../useModel";
import type { Devices } from "./Devices";
import { InterviewerTile } from "./InterviewerTile";
import type { Room } from "./Room";
import { Tile } from "./Tile";

/** Everybody who is here. */
export function Stage({ room, devices }: { room: Room; devices: Devices }) {
    const { self, participants, interviewerState, activeSpeaker, quality } = useModel(room.view);
    const levels = useModel(room.levels);
    const receptions = useModel(room.mesh.receptions);
    const mine = useModel(devices.view);
    return (
        <div className="tiles">
            {participants.map((person) => {
                const { participantId, name, role } = person;
                if (role === "interviewer")
                    return (
                        <InterviewerTile
                            key={participantId}
                            name={name}
                            state={interviewerState}
                            speaking={room.speaking}
                        />
                    );
                const own = participantId === self?.participantId;
                return (
                    <Tile
                        key={participantId}
                        person={
                            own ? { ...person, audio: mine.microphone === "on", video: mine.camera === "on" } : person
                        }
                        own={own}
                        level={levels[participantId]}
                        attention={participantId === activeSpeaker}
                        quality={quality[participantId] ?? "good"}
                        reception={own ? { stream: mine.stream, state: "connected" } : receptions[participantId]}
                    />
                );
            })}
        </div>
    );
}
