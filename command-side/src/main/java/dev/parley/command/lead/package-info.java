/** Decides who a lead is to us: how to reach them, what was learned, and what they score, point by point. */
@NullMarked
package dev.parley.command.lead;

import org.jspecify.annotations.NullMarked;
