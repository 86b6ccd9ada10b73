/** Tells that this machine has lost its network, has one again, or has another one than before. */

interface Concerned {
    networkLost(): void;
    networkBack(): void;
    networkChanged(): void;
}

/** `navigator.connection`, where a browser has it (not in Firefox and Safari); the kind of network, where it says so. */
type Connection = EventTarget & { type?: string };

export class Network {
    private readonly endings: (() => void)[];

    constructor(
        concerned: () => Concerned | undefined,
        window: EventTarget,
        connection: Connection | undefined = undefined,
    ) {
        let kind = connection?.type;
        const changed = () => {
            // It also changes when only its speed is estimated anew, which says nothing about paths.
            if (connection?.type === kind) return;
            kind = connection?.type;
            if (kind !== "none") concerned()?.networkChanged();
        };
        this.endings = [
            during(window, "offline", () => concerned()?.networkLost()),
            during(window, "online", () => concerned()?.networkBack()),
            ...(connection ? [during(connection, "change", changed)] : []),
        ];
    }

    close(): void {
        this.endings.forEach((end) => end());
    }
}

export function during(target: EventTarget, event: string, listener: () => void): () => void {
    target.addEventListener(event, listener);
    return () => target.removeEventListener(event, listener);
}
