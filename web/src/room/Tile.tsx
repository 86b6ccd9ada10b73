import { Avatar } from "@mantine/core";
import { IconHandStop, IconMicrophoneOff } from "@tabler/icons-react";
import type { Participant } from "../wire/frames";
import type { Level } from "./Levels";
import type { Reception } from "./Mesh";
import { Picture } from "./Picture";

interface Props {
    person: Participant;
    own: boolean;
    level: Level | undefined;
    reception: Reception | undefined;
}

/** Somebody in the room: seen or not, with a ring while they speak. */
export function Tile({ person: { name, role, audio, video, hand }, own, level, reception }: Props) {
    const connecting = !own && reception !== undefined && reception.state !== "connected";
    return (
        <div className="tile" role="group" aria-label={`${name}, ${role}`} data-speaking={level?.speaking ?? false}>
            <Avatar name={name} color="initials" size="lg" alt="" />
            <Picture
                stream={reception?.stream}
                label={own ? "You" : `Video of ${name}`}
                own={own}
                hidden={!video}
                silent={!audio}
            />
            <div className="tile-name">
                <span>
                    {own ? `${name} (you)` : name}
                    {connecting && " · connecting"}
                </span>
                {hand && (
                    <span>
                        <IconHandStop size={14} aria-hidden /> hand up
                    </span>
                )}
                {!audio && (
                    <span>
                        <IconMicrophoneOff size={14} aria-hidden /> muted
                    </span>
                )}
            </div>
        </div>
    );
}
