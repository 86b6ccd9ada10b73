/** Leads that are nobody, to rehearse questions on. */
@NullMarked
package dev.parley.infra.rehearsal;

import org.jspecify.annotations.NullMarked;
