/** Decides what became of a message to somebody: asked for once, then sent, deferred or given up. */
@NullMarked
package dev.parley.command.notification;

import org.jspecify.annotations.NullMarked;
