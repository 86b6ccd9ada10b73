package dev.parley.command.preference;

import static dev.parley.api.preference.PreferenceRefusal.LINK_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.preference.PreferenceCommand.DeclineCourtesyMail;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.api.preference.PreferenceLinks.Holder;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what readers of our letters want, who have no account but the link in the letter. */
@RestController
class GuestPreferenceController {
    private final Commands commands;
    private final PreferenceLinks links;
    private final Clock clock;

    GuestPreferenceController(Commands commands, PreferenceLinks links, Clock clock) {
        this.commands = commands;
        this.links = links;
        this.clock = clock;
    }

    @PutMapping("/api/v1/guest/preferences/{token}")
    Mono<ResponseEntity<Void>> change(@PathVariable("token") String token, @RequestBody PreferencesBody body) {
        var holder = holder(token);
        return commands.sendByLink(body.of(holder.preferencesId(), reader(holder), clock.instant()))
                .map(Receipt::noContent);
    }

    /**
     * One click in a mail program (RFC 8058 §3.2): a POST without cookies or keys, whose body says no more than that. Opening the
     * same address shows the page and changes nothing, since programs that look for malware open every link.
     */
    @PostMapping("/unsubscribe/{token}")
    Mono<ResponseEntity<Void>> decline(@PathVariable("token") String token) {
        var holder = holder(token);
        return commands.sendByLink(new DeclineCourtesyMail(holder.preferencesId(), reader(holder), clock.instant()))
                .map(Receipt::noContent);
    }

    private Holder holder(String token) {
        return links.read(token).orElseThrow(() -> new Refused(LINK_UNKNOWN));
    }

    private static Actor reader(Holder holder) {
        return new Actor(
                holder.tenant(), holder.preferencesId().toString(), Actor.Kind.LEAD, "a reader of our letters");
    }
}
