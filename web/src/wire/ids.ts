import type { Id } from "./views/ids";

/** A new UUIDv7 (RFC 9562 §5.7): ids made later sort later, which keeps the server's indexes dense. */
export function newId(now: number = Date.now(), random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): Id {
    const time = now.toString(16).padStart(12, "0");
    const noise = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const variant = (8 + (parseInt(noise[3] ?? "0", 16) & 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}
