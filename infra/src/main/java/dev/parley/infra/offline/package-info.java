/** An interviewer that needs no key and no network: plain rules, good enough to practise with and to fall back on. */
@NullMarked
package dev.parley.infra.offline;

import org.jspecify.annotations.NullMarked;
