/** Decides what the interviewer may do next: one voice, no question twice, nothing essential left out. */
@NullMarked
package dev.parley.command.interview;

import org.jspecify.annotations.NullMarked;
