/** A door for benchmarks into what is private to the package of mail. */
@NullMarked
package dev.parley.infra.mail;

import org.jspecify.annotations.NullMarked;
