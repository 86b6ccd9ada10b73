package dev.parley.query.preferences;

import static dev.parley.api.preference.PreferenceRefusal.LINK_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.api.preference.PreferenceQuery.MailPolicy;
import dev.parley.api.preference.PreferenceQuery.MyPreferences;
import dev.parley.api.preference.PreferencesId;
import dev.parley.query.Versioned;
import dev.parley.query.preferences.PreferenceReader.Said;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /preferences} of people of the house and, by their link, of readers of letters; {@code GET /mail/policy}. */
@RestController
final class PreferenceController {
    private final PreferenceReader preferences;
    private final PreferenceLinks links;

    PreferenceController(PreferenceReader preferences, PreferenceLinks links) {
        this.preferences = preferences;
        this.links = links;
    }

    @GetMapping("/api/v1/preferences")
    Mono<MyPreferences> mine(@AuthenticationPrincipal Actor by, ServerHttpResponse response) {
        return preferences
                .find(by.tenant(), PreferencesId.of(by.tenant(), by.id()))
                .doOnNext(said -> tag(response, said))
                .map(Said::preferences);
    }

    @GetMapping("/api/v1/mail/policy")
    Mono<MailPolicy> policy(@AuthenticationPrincipal Actor by, ServerHttpResponse response) {
        return preferences
                .find(by.tenant(), PreferencesId.ofOrganisation(by.tenant()))
                .doOnNext(said -> tag(response, said))
                .map(Said::policy);
    }

    /** Mail programs and their guards open every link: this only shows. */
    @GetMapping("/api/v1/guest/preferences/{token}")
    Mono<MyPreferences> ofReader(@PathVariable String token) {
        var holder = links.read(token).orElseThrow(() -> new Refused(LINK_UNKNOWN));
        return preferences.find(holder.tenant(), holder.preferencesId()).map(Said::preferences);
    }

    private static void tag(ServerHttpResponse response, Said said) {
        said.version().ifPresent(version -> Versioned.tag(response, version));
    }
}
