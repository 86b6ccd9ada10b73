/** Letters that went out. */
import type { Id, Instant } from "./ids";

export interface DeliveryLine {
    notificationId: Id;
    meetingId: Id;
    kind: string;
    recipientName: string;
    recipientEmail: string;
    occasion: string;
    sequence: number;
    state: "requested" | "deferred" | "sent" | "failed" | "unknown" | "bounced" | "complained";
    attempts: number;
    messageId: string;
    detail: string;
    at: Instant;
    /** For changes that depend on what was seen. */
    version?: number;
}

export interface Mail {
    id: string;
    from: string;
    to: string;
    subject: string;
    receivedAt: Instant;
    kind?: string;
    text: string;
    html?: string;
    calendar?: string;
}
