/** Builds a view anew beside the one that people read, compares the two, and lets the new one take the old one's place. */
@NullMarked
package dev.parley.infra.store.rebuild;

import org.jspecify.annotations.NullMarked;
