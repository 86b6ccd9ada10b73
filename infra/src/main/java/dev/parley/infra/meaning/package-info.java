/** Tells how alike two sentences are, in process: a small sentence model that came with the jar, loaded when first needed. */
@NullMarked
package dev.parley.infra.meaning;

import org.jspecify.annotations.NullMarked;
