/** Brings letters to people over SMTP, with calendar documents that calendars act upon; in a demo, to a mailbox on a page. */
@NullMarked
package dev.parley.infra.mail;

import org.jspecify.annotations.NullMarked;
