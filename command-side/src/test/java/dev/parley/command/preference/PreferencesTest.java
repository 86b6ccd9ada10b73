package dev.parley.command.preference;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.notification.NotificationKind.*;
import static dev.parley.api.preference.PreferenceRefusal.CANNOT_BE_DECLINED;
import static dev.parley.api.preference.PreferenceRefusal.PREFERENCES_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceCommand.ChangeMailPolicy;
import dev.parley.api.preference.PreferenceCommand.ChangePreferences;
import dev.parley.api.preference.PreferenceCommand.DeclineCourtesyMail;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferenceEvent.PreferencesChanged;
import dev.parley.api.preference.PreferencesId;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferencesTest {
    private static final PreferencesId lenas = PreferencesId.of(demo, lena.email());
    private static final Optional<Language> german = Optional.of(Language.DE);

    private final FixtureConfiguration<Preferences> preferences = new AggregateTestFixture<>(Preferences.class);

    @Test
    void are_kept_in_order_and_once_each() {
        preferences
                .givenNoPriorActivity()
                .when(change(SUMMARY, REMINDER, SUMMARY))
                .expectEvents(changed(REMINDER, SUMMARY));
    }

    @Test
    void say_the_same_without_an_event() {
        preferences.given(changed(SUMMARY)).when(change(SUMMARY)).expectNoEvents();
        preferences.givenNoPriorActivity().when(change()).expectEvents(changed());
    }

    @Test
    void do_not_decline_what_everybody_must_know() {
        preferences
                .givenNoPriorActivity()
                .when(change(REMINDER, CANCELLATION))
                .expectException(refused(CANNOT_BE_DECLINED, "declined[1]"));
    }

    @Test
    void decline_all_courtesy_mail_at_one_click_and_keep_the_language() {
        preferences
                .given(changed(SUMMARY))
                .when(new DeclineCourtesyMail(lenas, as(lena), now))
                .expectEvents(changed(REMINDER, NO_SHOW, SUMMARY));
        preferences
                .given(changed(REMINDER, NO_SHOW, SUMMARY))
                .when(new DeclineCourtesyMail(lenas, as(lena), now))
                .expectNoEvents();
    }

    @Test
    void of_other_organisations_do_not_exist() {
        preferences
                .given(changed(SUMMARY))
                .when(new ChangePreferences(lenas, eve, now, german, List.of()))
                .expectException(refused(PREFERENCES_UNKNOWN));
    }

    @Test
    void of_an_organisation_say_whether_summaries_wait() {
        var ours = PreferencesId.ofOrganisation(demo);
        var policy = new AggregateTestFixture<>(MailPolicy.class);
        policy.givenNoPriorActivity()
                .when(new ChangeMailPolicy(ours, alice, now, true))
                .expectEvents(new MailPolicyChanged(ours, demo, true));
        policy.given(new MailPolicyChanged(ours, demo, true))
                .when(new ChangeMailPolicy(ours, alice, now, true))
                .expectNoEvents();
    }

    private static ChangePreferences change(NotificationKind... declined) {
        return new ChangePreferences(lenas, as(lena), now, german, List.of(declined));
    }

    private static PreferencesChanged changed(NotificationKind... declined) {
        return new PreferencesChanged(lenas, demo, german, List.of(declined));
    }
}
