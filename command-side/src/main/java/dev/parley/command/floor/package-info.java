/** Keeps what floors were decided by. */
@NullMarked
package dev.parley.command.floor;

import org.jspecify.annotations.NullMarked;
