/** What an interviewer asks: drafts, ordering, and published versions that never change again. */
@NullMarked
package dev.parley.api.questionset;

import org.jspecify.annotations.NullMarked;
