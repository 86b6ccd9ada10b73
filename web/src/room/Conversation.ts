/** Everything that was said in the room, in the order it was begun. */
import { Cell } from "../cell";
import type { Caption } from "../wire/frames";
import type { Id } from "../wire/views/ids";
import type { Role } from "../wire/views/meetings";

export interface Line {
    key: Id;
    kind: "spoken" | "chat";
    speaker: Id;
    name: string;
    role: Role;
    text: string;
    final: boolean;
    revision: number;
    /** Own words only: whether they are stored, or sent. */
    fate?: "waiting" | "recorded" | "not-recorded" | "sent" | "unknown";
}

/** As many lines as anybody scrolls back; the transcript keeps all. */
const most = 500;

export class Conversation {
    readonly lines = new Cell<Line[]>([]);

    /** Words of somebody; newer ones under the same id take the place of older ones, final ones stay. */
    hear({ segmentId, ...words }: Caption, fate?: Line["fate"]): void {
        const line: Line = { key: segmentId, kind: "spoken", ...words, ...(fate ? { fate } : {}) };
        const lines = this.lines.get();
        const place = lines.findIndex(({ key }) => key === segmentId);
        const before = lines[place];
        if (!before) return this.append(line);
        if (before.final || before.revision > line.revision) return;
        this.lines.set(lines.with(place, line));
    }

    chat(key: Id, speaker: Id, name: string, role: Role, text: string, fate?: Line["fate"]): void {
        const line: Line = { key, kind: "chat", speaker, name, role, text, final: true, revision: 0 };
        this.append(fate ? { ...line, fate } : line);
    }

    settle(key: Id, fate: Line["fate"] & string): void {
        this.lines.set(this.lines.get().map((line) => (line.key === key ? { ...line, fate } : line)));
    }

    private append(line: Line): void {
        this.lines.set([...this.lines.get(), line].slice(-most));
    }
}
