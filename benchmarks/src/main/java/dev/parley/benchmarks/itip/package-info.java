/** How fast invitations are written for calendars, beside the bare library. */
@NullMarked
package dev.parley.benchmarks.itip;

import org.jspecify.annotations.NullMarked;
