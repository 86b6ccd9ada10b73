/** How letters are worded: the texts that an organisation puts in the place of the shipped ones, and what they may say. */
@NullMarked
package dev.parley.api.template;

import org.jspecify.annotations.NullMarked;
