/** The mail that came back to the meetings' mailbox, and what became of it. Not a view of the log: strangers' letters are no facts. */
@NullMarked
package dev.parley.query.inbound;

import org.jspecify.annotations.NullMarked;
