/** Which regions there are and when their clocks change, so that browsers reckon by the same rules as we do. */
@NullMarked
package dev.parley.query.zones;

import org.jspecify.annotations.NullMarked;
