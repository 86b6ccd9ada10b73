/** Keeps what was read out of people's words. */
@NullMarked
package dev.parley.command.analysis;

import org.jspecify.annotations.NullMarked;
