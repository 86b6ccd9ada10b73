package dev.parley.infra.mail;

import dev.parley.api.template.WordedBy;
import dev.parley.api.template.Wording;
import dev.parley.saga.notification.Invitations.Letter;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes letters in the words of the organisation, or in ours. */
final class LetterWriter {
    private static final Logger log = LoggerFactory.getLogger(LetterWriter.class);

    private final ShippedWordings shipped;
    private final TemplateEngine engine;
    private final HostZones hosts;

    LetterWriter(HostZones hosts) {
        this.hosts = hosts;
        this.shipped = new ShippedWordings();
        this.engine = new TemplateEngine(shipped);
    }

    /** A wording that turns out not to be usable must not keep people from hearing of their meeting: then ours is used. */
    Words write(Letter letter, Links links) {
        var style = letter.style();
        var language = style.wordedBy().language();
        if (style.own().isPresent()) {
            try {
                return write(letter, links, style.own().get(), style.wordedBy());
            } catch (RuntimeException e) {
                log.warn("Wording {} of {} letters cannot be used", style.wordedBy(), letter.kind(), e);
            }
        }
        return write(letter, links, shipped.of(letter.kind(), language), WordedBy.shipped(language));
    }

    private Words write(Letter letter, Links links, Wording wording, WordedBy by) {
        var language = by.language();
        var values = LetterValues.of(letter, links, hosts.of(letter), language);
        return new Words(
                PlainText.line(engine.plain(wording.subject(), language, values)),
                engine.plain(wording.text(), language, values),
                engine.html(wording.html(), language, values),
                by,
                unsubscribe(letter, links));
    }

    private static Optional<URI> unsubscribe(Letter letter, Links links) {
        return letter.kind().isCourtesy() ? Optional.of(links.unsubscribe()) : Optional.empty();
    }
}
