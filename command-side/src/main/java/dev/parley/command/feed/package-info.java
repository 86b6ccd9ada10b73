/** Decides under which address, if any, a person's calendar program finds their meetings. */
@NullMarked
package dev.parley.command.feed;

import org.jspecify.annotations.NullMarked;
