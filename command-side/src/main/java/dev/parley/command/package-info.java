/** Decides: turns commands into facts or refusals, one package per aggregate. */
@NullMarked
package dev.parley.command;

import org.jspecify.annotations.NullMarked;
