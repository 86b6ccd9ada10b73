/** Who takes meetings in turns, and why whom. */
@NullMarked
package dev.parley.query.hostpools;

import org.jspecify.annotations.NullMarked;
