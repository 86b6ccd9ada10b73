/** Who is in a room, what passes between them, and who hears what; and how each person's connection is kept up. */
@NullMarked
package dev.parley.signaling.room;

import org.jspecify.annotations.NullMarked;
