/** The event log and the other stores of the framework, with stable names and our own tables. */
@NullMarked
package dev.parley.infra.store.log;

import org.jspecify.annotations.NullMarked;
