/** Which letters people want, in which language, and how an organisation sends them. */
@NullMarked
package dev.parley.api.preference;

import org.jspecify.annotations.NullMarked;
