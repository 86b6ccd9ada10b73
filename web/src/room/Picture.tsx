import { useEffect, useRef } from "react";

interface Props {
    stream: MediaStream | undefined;
    label: string;
    own?: boolean;
    hidden?: boolean;
}

/** Moving pictures of somebody, with their sound; one's own are silent and mirrored. */
export function Picture({ stream, label, own = false, hidden = false }: Props) {
    const video = useRef<HTMLVideoElement>(null);
    useEffect(() => {
        if (video.current) video.current.srcObject = stream ?? null;
    }, [stream]);
    return (
        <video
            ref={video}
            autoPlay
            playsInline
            muted={own}
            aria-label={label}
            data-hidden={hidden}
            data-mirrored={own}
        />
    );
}
