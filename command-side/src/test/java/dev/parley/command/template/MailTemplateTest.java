package dev.parley.command.template;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.now;
import static dev.parley.api.notification.NotificationKind.INVITATION;
import static dev.parley.api.template.TemplateRefusal.ALREADY_SHIPPED;
import static dev.parley.api.template.TemplateRefusal.NOTHING_CHANGES;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.notification.Language;
import dev.parley.api.template.TemplateCommand.PublishTemplate;
import dev.parley.api.template.TemplateCommand.RestoreTemplate;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.Wording;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailTemplateTest {
    private static final TemplateId invitation = TemplateId.of(demo, INVITATION, Language.DE);
    private static final Wording ours = new Wording("Hallo", "{{way}}", "{{>join}}");
    private static final Wording other = new Wording("Servus", "{{way}}", "{{>join}}");
    private static final TemplatePublished first =
            new TemplatePublished(invitation, demo, INVITATION, Language.DE, 1, ours);
    private static final TemplateRestored second = new TemplateRestored(invitation, INVITATION, Language.DE, 2);

    private final FixtureConfiguration<MailTemplate> template = new AggregateTestFixture<>(MailTemplate.class);

    @Test
    void is_published_in_its_first_version() {
        template.givenNoPriorActivity().when(publish(ours)).expectEvents(first);
    }

    @Test
    void counts_its_versions_also_the_shipped_ones() {
        template.given(first)
                .when(publish(other))
                .expectEvents(new TemplatePublished(invitation, demo, INVITATION, Language.DE, 2, other));
        template.given(first).when(new RestoreTemplate(invitation, alice, now)).expectEvents(second);
        template.given(first, second)
                .when(publish(ours))
                .expectEvents(new TemplatePublished(invitation, demo, INVITATION, Language.DE, 3, ours));
    }

    @Test
    void is_not_published_as_it_is() {
        template.given(first).when(publish(ours)).expectException(refused(NOTHING_CHANGES));
    }

    @Test
    void is_not_restored_twice() {
        template.given(first, second)
                .when(new RestoreTemplate(invitation, alice, now))
                .expectException(refused(ALREADY_SHIPPED));
    }

    private static PublishTemplate publish(Wording wording) {
        return PublishTemplate.of(INVITATION, Language.DE, alice, now, wording);
    }
}
