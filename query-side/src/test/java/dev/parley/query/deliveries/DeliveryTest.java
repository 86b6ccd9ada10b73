package dev.parley.query.deliveries;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.notification.NotificationQuery.DeliveryLine;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.api.template.WordedBy;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final NotificationId toLena = id(lena);
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new DeliveryProjection(views.jdbc(), told));
    }

    private static final WordedBy german = new WordedBy(Language.DE, 3);

    @Test
    void shows_what_shall_be_sent() {
        told.that(toLena, requested(lena));

        assertThat(all())
                .containsExactly(new DeliveryLine(
                        toLena,
                        discoveryCall,
                        NotificationKind.INVITATION,
                        "Lena Lead",
                        "lena@acme.test",
                        "seq-0",
                        0,
                        State.REQUESTED,
                        0,
                        "",
                        "",
                        Optional.empty(),
                        now,
                        0));
    }

    @Test
    void shows_what_became_of_it() {
        told.that(toLena, requested(lena))
                .that(toLena, new NotificationDeferred(toLena, discoveryCall, 1, "421 try later"));
        assertThat(all().getFirst())
                .returns(State.DEFERRED, DeliveryLine::state)
                .returns(1, DeliveryLine::attempts)
                .returns("421 try later", DeliveryLine::detail);

        told.at(now.plus(Duration.ofMinutes(5)))
                .that(toLena, new NotificationSent(toLena, discoveryCall, "<1@parley>", "250 OK", Optional.of(german)));
        assertThat(all().getFirst())
                .returns(State.SENT, DeliveryLine::state)
                .returns(Optional.of(german), DeliveryLine::wordedBy)
                .returns(2, DeliveryLine::attempts)
                .returns("<1@parley>", DeliveryLine::messageId)
                .returns(now.plus(Duration.ofMinutes(5)), DeliveryLine::at);
    }

    @Test
    void shows_what_could_not_be_sent() {
        told.that(toLena, requested(lena))
                .that(toLena, new NotificationFailed(toLena, discoveryCall, "550 no such user"));

        assertThat(all().getFirst())
                .returns(State.FAILED, DeliveryLine::state)
                .returns(1, DeliveryLine::attempts)
                .returns("550 no such user", DeliveryLine::detail);
    }

    @Test
    void shows_the_newest_first_and_only_as_many_as_wanted() {
        told.that(toLena, requested(lena)).at(now.plusSeconds(1)).that(id(gus), requested(gus));

        assertThat(all()).extracting(DeliveryLine::recipientName).containsExactly("Gus Guest", "Lena Lead");
        assertThat(newest(Optional.empty(), 1)).hasSize(1);
    }

    @Test
    void shows_one_meeting_if_asked() {
        told.that(toLena, requested(lena));

        assertThat(newest(Optional.of(discoveryCall), 10)).hasSize(1);
        assertThat(newest(Optional.of(new MeetingId(uuid("other"))), 10)).isEmpty();
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        told.that(toLena, requested(lena))
                .that(toLena, new NotificationDeferred(toLena, discoveryCall, 1, "421"))
                .that(toLena, new NotificationSent(toLena, discoveryCall, "<1@parley>", "250 OK", Optional.of(german)));
        var once = all();

        told.again();
        assertThat(all()).isEqualTo(once);

        told.rebuilt();
        assertThat(all()).isEqualTo(once);
    }

    @Test
    void keeps_other_tenants_out() {
        told.by(eve).that(toLena, requested(lena));

        assertThat(all()).isEmpty();
    }

    private static NotificationId id(Invitee invitee) {
        return NotificationId.of(discoveryCall, NotificationKind.INVITATION, invitee.email(), "seq-0");
    }

    private static NotificationRequested requested(Invitee invitee) {
        return new NotificationRequested(
                id(invitee), demo, discoveryCall, NotificationKind.INVITATION, invitee, "seq-0", 0);
    }

    private static List<DeliveryLine> all() {
        return newest(Optional.empty(), 100);
    }

    private static List<DeliveryLine> newest(Optional<MeetingId> meeting, int limit) {
        return new DeliveryReader(views.reads())
                .newest(demo, meeting, limit)
                .collectList()
                .block();
    }
}
