/** When a host can be met: what hosts decided about it, and which times are free, for the sales team and for everybody. */
@NullMarked
package dev.parley.query.availability;

import org.jspecify.annotations.NullMarked;
