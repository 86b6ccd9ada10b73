import { Button, Group } from "@mantine/core";
import { IconDoorExit, IconHandStop, IconVolume, IconVolumeOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useModel } from "../useModel";
import { DeviceSwitches } from "./DeviceSwitches";
import { PeoplePanel } from "./PeoplePanel";
import type { Room } from "./Room";
import type { Visit } from "./Visit";

/** Microphone, camera, the interviewer's voice, and the way out. */
export function Controls({ visit, room, children }: { visit: Visit; room: Room; children?: ReactNode }) {
    const { muted } = useModel(room.speaking.view);
    const { interviewer } = useModel(room.view);
    return (
        <Group className="room-controls" role="toolbar" aria-label="Controls" justify="center" gap="xs" p="sm">
            <DeviceSwitches devices={visit.devices} />
            {interviewer === "ai" && (
                <Button
                    variant="default"
                    leftSection={muted ? <IconVolumeOff size={18} aria-hidden /> : <IconVolume size={18} aria-hidden />}
                    aria-pressed={!muted}
                    onClick={() => room.speaking.mute(!muted)}
                >
                    {muted ? "Voice on" : "Voice off"}
                </Button>
            )}
            <HandSwitch room={room} />
            <PeoplePanel room={room} />
            {children}
            <Button
                color="red"
                variant="light"
                leftSection={<IconDoorExit size={18} aria-hidden />}
                onClick={() => visit.leave()}
            >
                Leave
            </Button>
        </Group>
    );
}

function HandSwitch({ room }: { room: Room }) {
    const { self, participants } = useModel(room.view);
    const up = participants.some(({ participantId, hand }) => hand && participantId === self?.participantId);
    return (
        <Button
            variant={up ? "light" : "default"}
            leftSection={<IconHandStop size={18} aria-hidden />}
            aria-pressed={up}
            onClick={() => room.people.raiseHand(!up)}
        >
            {up ? "Lower hand" : "Raise hand"}
        </Button>
    );
}
