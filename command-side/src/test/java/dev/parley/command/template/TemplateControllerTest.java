package dev.parley.command.template;

import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;

import dev.parley.api.Refused;
import dev.parley.api.template.TemplateCommand.RestoreTemplate;
import dev.parley.api.template.TemplateRefusal;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateControllerTest {

    @Test
    void what_was_never_published_is_shipped_still() {
        var recorded =
                new RecordedCommands().answering(RestoreTemplate.class, new Refused(TemplateRefusal.TEMPLATE_UNKNOWN));
        var counter = Counter.of(new TemplateController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));
        refused(counter.post("/templates/update/restore", ""), 409, "ALREADY_SHIPPED", "");
    }
}
