/** Answers what a meeting's floor was decided by. */
@NullMarked
package dev.parley.query.floor;

import org.jspecify.annotations.NullMarked;
