/** Who is asking: demo identities or an OIDC issuer, the roles and what they open, and the signed links of guests. */
@NullMarked
package dev.parley.infra.identity;

import org.jspecify.annotations.NullMarked;
