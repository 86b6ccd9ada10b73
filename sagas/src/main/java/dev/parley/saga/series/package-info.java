/** Makes meetings out of a series, and lets them follow when it changes. */
@NullMarked
package dev.parley.saga.series;

import org.jspecify.annotations.NullMarked;
