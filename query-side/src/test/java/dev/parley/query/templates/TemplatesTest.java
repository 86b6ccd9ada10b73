package dev.parley.query.templates;

import static dev.parley.api.Samples.*;
import static dev.parley.api.notification.NotificationKind.INVITATION;
import static dev.parley.api.notification.NotificationKind.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.template.TemplateEvent.TemplatePublished;
import dev.parley.api.template.TemplateEvent.TemplateRestored;
import dev.parley.api.template.TemplateId;
import dev.parley.api.template.TemplateQuery.NewestWordings;
import dev.parley.api.template.TemplateQuery.PublishedWording;
import dev.parley.api.template.TemplateQuery.VersionsOfTemplate;
import dev.parley.api.template.Wording;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final TemplateId german = TemplateId.of(demo, SUMMARY, Language.DE);
    private static final Wording first = new Wording("Danke", "eins", "<p>eins</p>");
    private static final Wording second = new Wording("Danke", "zwei", "<p>zwei</p>");
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new TemplateProjection(views.jdbc(), told));
    }

    @Test
    void keep_every_version_newest_first() {
        publishTwiceAndRestore();

        assertThat(versions(SUMMARY)).extracting(PublishedWording::version).containsExactly(3, 2, 1);
        assertThat(versions(SUMMARY)).extracting(PublishedWording::custom).containsExactly(false, true, true);
        assertThat(versions(SUMMARY).getLast())
                .returns(first, PublishedWording::wording)
                .returns(now, PublishedWording::publishedAt)
                .returns(0L, PublishedWording::streamVersion);
        assertThat(versions(INVITATION)).isEmpty();
    }

    @Test
    void tell_the_newest_of_each() {
        publishTwiceAndRestore();
        var other = TemplateId.of(demo, INVITATION, Language.EN);
        told.that(other, new TemplatePublished(other, demo, INVITATION, Language.EN, 1, first));

        assertThat(new TemplateReader(views.reads())
                        .answer(new NewestWordings(demo))
                        .join())
                .extracting(PublishedWording::kind, PublishedWording::version)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(SUMMARY, 3),
                        org.assertj.core.api.Assertions.tuple(INVITATION, 1));
    }

    @Test
    void say_the_same_however_often_they_are_told() {
        publishTwiceAndRestore();
        var once = versions(SUMMARY);

        told.again();
        assertThat(versions(SUMMARY)).isEqualTo(once);

        told.rebuilt();
        assertThat(versions(SUMMARY)).isEqualTo(once);
    }

    @Test
    void keep_other_tenants_out() {
        told.by(eve).that(german, new TemplatePublished(german, elsewhere, SUMMARY, Language.DE, 1, first));

        assertThat(versions(SUMMARY)).isEmpty();
    }

    private void publishTwiceAndRestore() {
        told.that(german, new TemplatePublished(german, demo, SUMMARY, Language.DE, 1, first))
                .that(german, new TemplatePublished(german, demo, SUMMARY, Language.DE, 2, second))
                .that(german, new TemplateRestored(german, SUMMARY, Language.DE, 3));
    }

    private static List<PublishedWording> versions(NotificationKind kind) {
        return new TemplateReader(views.reads())
                .answer(new VersionsOfTemplate(demo, kind, Language.DE))
                .join();
    }
}
