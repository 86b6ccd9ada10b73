/** Minds a meeting's clock and its room: opens, starts and ends it, and brings the interviewer in. */
@NullMarked
package dev.parley.saga.autojoin;

import org.jspecify.annotations.NullMarked;
