/** Creatio as the CRM: what its OData service is sent, to the letter (wire-facts are those of its OData 4 reference). */
@NullMarked
package dev.parley.infra.creatio;

import org.jspecify.annotations.NullMarked;
