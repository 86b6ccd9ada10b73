/** Who somebody is. */
import type { Instant } from "./ids";

export interface Actor {
    tenant: string;
    id: string;
    kind: "user" | "lead" | "ai" | "system" | "crm";
    name: string;
}

export interface Me {
    actor: Actor;
    roles: string[];
    email: string;
}

export interface SignedIn extends Me {
    token: string;
    expiresAt: Instant;
}
