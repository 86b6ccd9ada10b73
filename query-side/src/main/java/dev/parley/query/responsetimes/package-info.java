/** How long leads waited for the interviewer, worked out from the log whenever somebody asks. */
@NullMarked
package dev.parley.query.responsetimes;

import org.jspecify.annotations.NullMarked;
