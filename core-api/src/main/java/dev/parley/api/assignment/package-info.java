/** Which questions are asked where nobody names them: by kind of meeting, by lead, and for a while. */
@NullMarked
package dev.parley.api.assignment;

import org.jspecify.annotations.NullMarked;
