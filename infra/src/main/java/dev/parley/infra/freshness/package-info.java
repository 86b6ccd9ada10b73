/** Knows how far the views are on all nodes together, so that any node can say whether a read is fresh. */
@NullMarked
package dev.parley.infra.freshness;

import org.jspecify.annotations.NullMarked;
