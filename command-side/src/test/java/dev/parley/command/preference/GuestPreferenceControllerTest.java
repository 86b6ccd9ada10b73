package dev.parley.command.preference;

import static dev.parley.api.Samples.now;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.preference.PreferenceRefusal;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestPreferenceControllerTest {

    @Test
    void a_link_that_is_not_ours_opens_nothing() {
        var recorded = new RecordedCommands();
        var counter = Counter.of(new GuestPreferenceController(
                recorded.commands(), new PlainPreferenceLinks(), Clock.fixed(now, ZoneOffset.UTC)));
        var answer = counter.http().post().uri("/unsubscribe/AAAA").exchange();
        refused(answer, 404, PreferenceRefusal.LINK_UNKNOWN.name(), "");
        assertThat(recorded.given()).isEmpty();
    }
}
