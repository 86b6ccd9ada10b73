/** Who meets whom, and when: what calendars show. */
@NullMarked
package dev.parley.query.agenda;

import org.jspecify.annotations.NullMarked;
