/** Tells every node that a view has changed, over LISTEN and NOTIFY: hints may be lost, but never come out of order. */
@NullMarked
package dev.parley.infra.hints;

import org.jspecify.annotations.NullMarked;
