/** Meetings: from the appointment through the lobby to the end, and who is in the room. */
@NullMarked
package dev.parley.api.meeting;

import org.jspecify.annotations.NullMarked;
