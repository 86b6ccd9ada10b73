/** Who may come in: tickets for signed-in users and for holders of a guest link, and credentials for the TURN servers. */
@NullMarked
package dev.parley.signaling.admission;

import org.jspecify.annotations.NullMarked;
