package dev.parley.infra.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.parley.api.notification.Language;
import dev.parley.api.template.Part;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills the gaps of a template with text and lists of text. What a template can reach is decided here, whatever it says: no
 * objects, no files but the shipped parts, no more than so much output.
 */
final class TemplateEngine {
    private static final int LONGEST = 500_000;

    /** Characters of templates; what nobody used lately is read again. */
    private static final int REMEMBERED = 2_000_000;

    private final Cache<Source, Template> read = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((Source source, Template _) -> source.template().length())
            .build();
    private final ShippedWordings shipped;

    /** Parts are taken in the language and the form of the whole. */
    private record Source(String template, Language language, String extension) {}

    TemplateEngine(ShippedWordings shipped) {
        this.shipped = shipped;
    }

    /** @throws RuntimeException if the template is none, or grows without measure */
    String plain(String template, Language language, Map<String, Object> values) {
        return filled(template, language, ".txt", values);
    }

    /** As {@link #plain}, with every value escaped. */
    String html(String template, Language language, Map<String, Object> values) {
        return filled(template, language, ".html", values);
    }

    private String filled(String template, Language language, String extension, Map<String, Object> values) {
        var out = new BoundedText(LONGEST);
        read.get(new Source(template, language, extension), this::read).execute(values, out);
        return out.toString();
    }

    private Template read(Source source) {
        return Mustache.compiler()
                .escapeHTML(source.extension().equals(".html"))
                .emptyStringIsFalse(true)
                .defaultValue("")
                .withCollector(new TextsOnly())
                .withLoader(
                        name -> new StringReader(shipped.part(partNamed(name), source.language(), source.extension())))
                .compile(source.template());
    }

    private static Part partNamed(String name) {
        return Stream.of(Part.values())
                .filter(part -> part.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part of this name."));
    }
}
