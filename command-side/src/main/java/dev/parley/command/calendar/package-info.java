/** Decides what a host's calendar holds: no two meetings of one host ever overlap. */
@NullMarked
package dev.parley.command.calendar;

import org.jspecify.annotations.NullMarked;
