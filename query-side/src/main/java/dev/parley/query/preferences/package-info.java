/** Which letters somebody wants, and how an organisation sends them. */
@NullMarked
package dev.parley.query.preferences;

import org.jspecify.annotations.NullMarked;
