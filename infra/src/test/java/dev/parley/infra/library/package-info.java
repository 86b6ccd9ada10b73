/** The smallest sides that tests of the store need: one aggregate, one saga, one view, all about books. Found by no scan. */
@NullMarked
package dev.parley.infra.library;

import org.jspecify.annotations.NullMarked;
