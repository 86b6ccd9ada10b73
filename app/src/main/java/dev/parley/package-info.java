/** Puts the sides and the outside world together into one runnable system. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
