/** What the interviewer did: seated, asked, heard, skipped, closed. */
@NullMarked
package dev.parley.api.interview;

import org.jspecify.annotations.NullMarked;
