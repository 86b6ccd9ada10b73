/** Decides which questions are asked where nobody names them, and says why. */
@NullMarked
package dev.parley.command.assignment;

import org.jspecify.annotations.NullMarked;
