/** Decides how an organisation words its letters: version after version, each checked before it counts. */
@NullMarked
package dev.parley.command.template;

import org.jspecify.annotations.NullMarked;
