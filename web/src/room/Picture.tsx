import { useEffect, useRef } from "react";

interface Props {
    stream: MediaStream | undefined;
    label: string;
    own?: boolean;
    hidden?: boolean;
    silent?: boolean;
}

/** Moving pictures of somebody, with their sound unless they are muted; one's own are silent and mirrored. */
export function Picture({ stream, label, own = false, hidden = false, silent = false }: Props) {
    const video = useRef<HTMLVideoElement>(null);
    useEffect(() => {
        if (video.current) video.current.srcObject = stream ?? null;
    }, [stream]);
    return (
        <video
            ref={video}
            autoPlay
            playsInline
            muted={own || silent}
            aria-label={label}
            data-hidden={hidden}
            data-mirrored={own}
        />
    );
}
