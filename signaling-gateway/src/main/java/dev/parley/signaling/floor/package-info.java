/** Divides the talk among people and the interviewer: who has the floor, when a turn is over, and when the interviewer falls silent. Pure. */
@NullMarked
package dev.parley.signaling.floor;

import org.jspecify.annotations.NullMarked;
