/** What we meant to send to people, and what became of it. */
@NullMarked
package dev.parley.query.deliveries;

import org.jspecify.annotations.NullMarked;
