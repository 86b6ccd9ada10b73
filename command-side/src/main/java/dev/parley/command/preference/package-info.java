/** Decides which letters people get, and when an organisation's letters may go. */
@NullMarked
package dev.parley.command.preference;

import org.jspecify.annotations.NullMarked;
