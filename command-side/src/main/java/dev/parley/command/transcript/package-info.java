/** Decides which words become part of a meeting's transcript, each once, and whose they are. */
@NullMarked
package dev.parley.command.transcript;

import org.jspecify.annotations.NullMarked;
