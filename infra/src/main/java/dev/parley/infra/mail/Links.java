package dev.parley.infra.mail;

import java.net.URI;

/**
 * Where one reader can go from a letter.
 *
 * @param way into the room
 * @param manage the appointment: see, cancel, find another time
 * @param unsubscribe which letters they want
 */
record Links(URI way, URI manage, URI unsubscribe) {}
