package dev.parley.query.preferences;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.NotificationKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.notification.Language;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferenceQuery.KindLine;
import dev.parley.api.preference.PreferencesId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import dev.parley.query.preferences.PreferenceReader.Said;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferencesTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final PreferencesId lenas = PreferencesId.of(demo, lena.email());
    private static final PreferencesId ours = PreferencesId.ofOrganisation(demo);
    private static final PreferencesChanged german =
            new PreferencesChanged(lenas, demo, Optional.of(Language.DE), List.of(REMINDER, SUMMARY));
    private static final PreferencesChanged everything =
            new PreferencesChanged(lenas, demo, Optional.empty(), List.of());
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new PreferenceProjection(views.jdbc(), told));
    }

    @Test
    void of_those_who_said_nothing_are_to_get_everything() {
        assertThat(said(lenas).version()).isEmpty();
        assertThat(said(lenas).preferences().kinds()).allMatch(KindLine::wanted);
        assertThat(said(ours).policy().summaryNeedsApproval()).isFalse();
    }

    @Test
    void say_what_was_declined_and_what_cannot_be() {
        told.that(lenas, german);

        assertThat(said(lenas).version()).isEqualTo(OptionalLong.of(0));
        assertThat(said(lenas).preferences().language()).contains(Language.DE);
        assertThat(said(lenas).preferences().kinds())
                .contains(
                        new KindLine(INVITATION, true, false),
                        new KindLine(REMINDER, false, true),
                        new KindLine(NO_SHOW, true, true));
    }

    @Test
    void change_as_a_whole_and_are_the_same_however_often_told() {
        told.that(lenas, german).that(lenas, everything).that(ours, new MailPolicyChanged(ours, demo, true));
        told.again();
        assertThat(said(lenas).preferences().language()).isEmpty();
        assertThat(said(lenas).declined()).isEmpty();
        assertThat(said(lenas).version()).isEqualTo(OptionalLong.of(1));
        assertThat(said(ours).policy().summaryNeedsApproval()).isTrue();
        told.rebuilt();
        assertThat(said(lenas).version()).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void of_other_tenants_are_not_seen() {
        told.by(eve).that(lenas, new PreferencesChanged(lenas, elsewhere, Optional.empty(), List.of(SUMMARY)));
        assertThat(said(lenas).version()).isEmpty();
    }

    private static Said said(PreferencesId id) {
        return Objects.requireNonNull(
                new PreferenceReader(views.reads()).find(demo, id).block(Duration.ofSeconds(30)));
    }
}
