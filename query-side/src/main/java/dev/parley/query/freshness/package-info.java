/** Lets people read their own writes: a request may wait until the views have reached a position of the log. */
@NullMarked
package dev.parley.query.freshness;

import org.jspecify.annotations.NullMarked;
