/** What a person's seat does when the network is not kind. */
@NullMarked
package dev.parley.driver;

import org.jspecify.annotations.NullMarked;
