/** The edge of HTTP: every error in one shape, bodies with a bound, strict JSON, the page and the headers that guard it. */
@NullMarked
package dev.parley.infra.http;

import org.jspecify.annotations.NullMarked;
