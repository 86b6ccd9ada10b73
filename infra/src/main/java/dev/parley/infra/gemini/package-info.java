/** Gemini as interviewer and summariser. Model output is data: parsed strictly, bounded, and decided on elsewhere (ADR 0003). */
@NullMarked
package dev.parley.infra.gemini;

import org.jspecify.annotations.NullMarked;
