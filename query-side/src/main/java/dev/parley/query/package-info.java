/** Answers: turns facts into views, one package per question that a screen asks. */
@NullMarked
package dev.parley.query;

import org.jspecify.annotations.NullMarked;
