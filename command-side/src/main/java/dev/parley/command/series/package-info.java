/** Decides what becomes of meetings that follow a rule, as a whole. */
@NullMarked
package dev.parley.command.series;

import org.jspecify.annotations.NullMarked;
