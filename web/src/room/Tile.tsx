import { Avatar } from "@mantine/core";
import { IconAlertTriangle, IconHandStop, IconMicrophoneOff, IconVolume } from "@tabler/icons-react";
import type { Grade, Participant } from "../wire/frames";
import type { Level } from "./Levels";
import type { Reception } from "./Mesh";
import { Picture } from "./Picture";

interface Props {
    person: Participant;
    own: boolean;
    level: Level | undefined;
    /** Whether this is the active speaker. */
    attention: boolean;
    quality: Grade;
    reception: Reception | undefined;
}

const links = { good: undefined, fair: "weak connection", poor: "poor connection" } as const;

/** Somebody in the room: seen or not, with a ring while they speak, and in words who has the attention and is badly connected. */
export function Tile({ person: { name, role, audio, video, hand }, own, level, attention, quality, reception }: Props) {
    const link = links[quality];
    return (
        <div
            className="tile"
            role="group"
            aria-label={`${name}, ${role}`}
            data-speaking={level?.speaking ?? false}
            data-attention={attention}
        >
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
                    {!own && path(reception)}
                </span>
                {attention && (
                    <span>
                        <IconVolume size={14} aria-hidden /> speaking
                    </span>
                )}
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
                {link && (
                    <span>
                        <IconAlertTriangle size={14} aria-hidden /> {link}
                    </span>
                )}
            </div>
        </div>
    );
}

function path(reception: Reception | undefined): string {
    if (!reception || reception.state === "connected") return "";
    return reception.state === "failed" ? " · no media" : " · connecting";
}
