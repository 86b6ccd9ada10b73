@NullMarked
package dev.parley.infra.gemini;

import org.jspecify.annotations.NullMarked;
