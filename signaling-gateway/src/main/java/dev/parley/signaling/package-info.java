/** Carries frames between the browsers of a room and keeps none of them. */
@NullMarked
package dev.parley.signaling;

import org.jspecify.annotations.NullMarked;
