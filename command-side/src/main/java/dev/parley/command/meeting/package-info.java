/** Decides the life of a meeting: its appointment, its guests, its room, its end. */
@NullMarked
package dev.parley.command.meeting;

import org.jspecify.annotations.NullMarked;
