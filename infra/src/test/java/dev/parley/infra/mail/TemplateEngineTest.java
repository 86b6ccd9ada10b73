package dev.parley.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.notification.Language;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateEngineTest {
    private final TemplateEngine engine = new TemplateEngine(new ShippedWordings());

    @Test
    void fills_a_template_that_it_knows_already_with_what_is_new() {
        assertThat(filledWith("Lena")).isEqualTo("Hello Lena");
        assertThat(filledWith("Gus")).isEqualTo("Hello Gus");
    }

    @Test
    void takes_parts_in_the_language_and_the_form_of_the_letter_though_the_template_is_the_same() {
        var template = "{{title}} {{>join}}";
        Map<String, Object> values = Map.of("title", "<b>", "way", "https://parley.test/join");
        var english = engine.plain(template, Language.EN, values);
        var german = engine.plain(template, Language.DE, values);
        var marked = engine.html(template, Language.EN, values);

        assertThat(english).startsWith("<b> ").isNotEqualTo(german);
        assertThat(german).startsWith("<b> ");
        assertThat(marked).startsWith("&lt;b&gt; ");
    }

    @Test
    void refuses_what_is_no_template_each_time() {
        for (var attempt = 0; attempt < 2; attempt++)
            assertThatThrownBy(() -> engine.plain("{{#title}}", Language.EN, Map.of()))
                    .isInstanceOf(RuntimeException.class);
    }

    private String filledWith(String name) {
        return engine.plain("Hello {{recipient}}", Language.EN, Map.of("recipient", name));
    }
}
