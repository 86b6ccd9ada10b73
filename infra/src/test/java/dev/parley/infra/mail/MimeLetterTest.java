package dev.parley.infra.mail;

import static dev.parley.infra.mail.ArrivedMail.html;
import static dev.parley.infra.mail.ArrivedMail.plain;
import static dev.parley.infra.mail.ArrivedMail.types;
import static dev.parley.infra.mail.MailSamples.letter;
import static dev.parley.infra.mail.MailSamples.nineInBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.notification.NotificationKind;
import jakarta.mail.Multipart;
import jakarta.mail.util.StreamProvider;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters that only people read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MimeLetterTest {
    private final ArrivedMail arrivals = new ArrivedMail();

    @AfterEach
    void stop() {
        arrivals.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "SUMMARY", "NO_SHOW"})
    void leave_calendars_alone(NotificationKind kind) throws Exception {
        var mail = arrivals.arrivedFrom(letter(kind));
        assertThat(types((Multipart) mail.getContent())).containsExactly("text/plain", "text/html");
    }

    @Test
    void a_reminder_brings_the_link_again() throws Exception {
        assertThat(plain(arrivals.arrivedFrom(letter(NotificationKind.REMINDER))))
                .contains("https://meet.example/join/");
    }

    @Test
    void a_summary_tells_what_was_said_and_never_a_score() throws Exception {
        var mail = arrivals.arrivedFrom(letter(NotificationKind.SUMMARY));
        for (var words : List.of(plain(mail), html(mail)))
            assertThat(words)
                    .contains("Twelve people lose six hours a week", "Budget is there", "A demo")
                    .doesNotContainIgnoringCase("score")
                    .doesNotContainIgnoringCase("points");
    }

    @Test
    void the_host_is_sent_to_the_room_without_a_guests_link() throws Exception {
        var host = new Invitee(Samples.lena.participantId(), "Alice", "alice@demo.test", Invitee.Role.HOST);
        var mail = arrivals.arrivedFrom(letter(NotificationKind.REMINDER, host, "Call", "", nineInBerlin, 0));
        assertThat(plain(mail))
                .contains("https://meet.example/meetings/" + Samples.discoveryCall + "/room")
                .doesNotContain("/join/");
    }

    /** Otherwise it is looked for in every jar, a dozen times for each letter. */
    @Test
    void the_library_is_told_where_its_implementation_is() throws Exception {
        arrivals.arrivedFrom(letter(NotificationKind.REMINDER));
        assertThat(System.getProperty(StreamProvider.class.getName()))
                .isEqualTo(StreamProvider.provider().getClass().getName());
    }
}
