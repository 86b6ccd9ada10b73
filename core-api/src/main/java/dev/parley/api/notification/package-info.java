/** What we meant to send to people, and what became of it. */
@NullMarked
package dev.parley.api.notification;

import org.jspecify.annotations.NullMarked;
