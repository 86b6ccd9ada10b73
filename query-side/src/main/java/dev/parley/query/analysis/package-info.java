/** What a lead's words say about them and how people talked, worked out from the log whenever somebody asks. */
@NullMarked
package dev.parley.query.analysis;

import org.jspecify.annotations.NullMarked;
