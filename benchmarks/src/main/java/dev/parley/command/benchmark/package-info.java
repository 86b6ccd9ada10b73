/** An aggregate that stands where the command side's stand: found by its scan, and among the classes that a snapshot may name. */
@NullMarked
package dev.parley.command.benchmark;

import org.jspecify.annotations.NullMarked;
