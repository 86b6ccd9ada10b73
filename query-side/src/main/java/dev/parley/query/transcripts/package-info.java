/** What was said: as a page to read, as files to keep, and found again by words, names and time. */
@NullMarked
package dev.parley.query.transcripts;

import org.jspecify.annotations.NullMarked;
