/** The address at which a person's own calendar program finds their meetings. */
@NullMarked
package dev.parley.api.feed;

import org.jspecify.annotations.NullMarked;
