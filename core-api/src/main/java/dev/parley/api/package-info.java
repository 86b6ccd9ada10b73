/** What can be said: commands, events, queries, views, refusals and ids, one contract file per feature. */
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
