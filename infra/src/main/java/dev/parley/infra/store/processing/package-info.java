/** How events reach their handlers: pooled processors, exactly once per view, with a place for what cannot be handled. */
@NullMarked
package dev.parley.infra.store.processing;

import org.jspecify.annotations.NullMarked;
