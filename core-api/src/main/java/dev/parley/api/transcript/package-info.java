/** What was said, by whom, in order. */
@NullMarked
package dev.parley.api.transcript;

import org.jspecify.annotations.NullMarked;
