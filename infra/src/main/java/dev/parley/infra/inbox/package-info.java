/** Reads the mailbox that calendars answer to, and takes what comes apart: answers, bounces, complaints, and what nobody can read. */
@NullMarked
package dev.parley.infra.inbox;

import org.jspecify.annotations.NullMarked;
