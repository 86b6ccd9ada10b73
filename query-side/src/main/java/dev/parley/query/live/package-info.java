/** Keeps screens fresh: hints that something changed, streamed to browsers. */
@NullMarked
package dev.parley.query.live;

import org.jspecify.annotations.NullMarked;
