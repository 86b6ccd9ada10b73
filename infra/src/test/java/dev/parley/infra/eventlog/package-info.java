@NullMarked
package dev.parley.infra.eventlog;

import org.jspecify.annotations.NullMarked;
