/** Reminders of many meetings that fall on one moment: how late they are, and whether each is sent once. */
@NullMarked
package dev.parley.benchmarks.reminders;

import org.jspecify.annotations.NullMarked;
