/** Who is signed in. The token lives as long as the tab. */
import { Cell } from "../cell";
import { openSession } from "../wire/commands";
import { http, type Http } from "../wire/http";
import type { SignedIn } from "../wire/views/people";

const kept = "parley.session";

export type Presence = { signedIn: false } | { signedIn: true; person: SignedIn };

export class Session {
    readonly presence = new Cell<Presence>({ signedIn: false });

    constructor(
        private readonly wire: Http,
        private readonly storage: Storage,
        private readonly now: () => number = Date.now,
        private readonly open: (user: string) => Promise<SignedIn> = openSession,
    ) {
        wire.onSignedOut = () => this.signOut();
        this.restore();
    }

    async signIn(user: string): Promise<void> {
        const person = await this.open(user);
        this.storage.setItem(kept, JSON.stringify(person));
        this.enter(person);
    }

    signOut(): void {
        this.storage.removeItem(kept);
        this.wire.signOut();
        this.presence.set({ signedIn: false });
    }

    private restore(): void {
        const text = this.storage.getItem(kept);
        if (!text) return;
        const person = JSON.parse(text) as SignedIn;
        if (Date.parse(person.expiresAt) > this.now()) this.enter(person);
        else this.signOut();
    }

    private enter(person: SignedIn): void {
        this.wire.bearer = person.token;
        this.presence.set({ signedIn: true, person });
    }
}

/** The tab's session. */
export const session = new Session(http, sessionStorage);
