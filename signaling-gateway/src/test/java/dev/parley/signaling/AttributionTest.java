package dev.parley.signaling;

import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.signaling.room.Attendee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Four people speak at once: each word is that of the browser it came from, whoever that browser says it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttributionTest {
    private static final Attendee BOB = new Attendee(
            demo,
            discoveryCall,
            new Participant(ParticipantId.ofUser(discoveryCall, "bob"), "Bob Seller", Role.HOST),
            bob);
    private static final List<Attendee> PEOPLE = List.of(ALICE, BOB, LENA, GUS);

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final Map<Attendee, FakeSession> sessions = new LinkedHashMap<>();

    AttributionTest() {
        for (var who : PEOPLE) {
            sessions.put(who, gateway.join(who));
            gateway.rooms.happened(new ConsentGiven(discoveryCall, who.id(), "Yes."));
        }
    }

    @Test
    void words_are_those_of_the_browser_they_came_from() {
        for (var turn = 1; turn <= 25; turn++)
            for (var who : PEOPLE)
                sessions.get(who).says("segment", words(who.participant().name() + " " + turn, true));

        assertThat(gateway.commands.sent(RecordSegment.class)).hasSize(100).allSatisfy(recorded -> {
            var speaker = PEOPLE.stream()
                    .filter(who -> who.id().equals(recorded.speaker()))
                    .findFirst()
                    .orElseThrow();
            assertThat(recorded.text()).startsWith(speaker.participant().name());
            assertThat(recorded.by()).isEqualTo(speaker.by());
        });
    }

    @Test
    void interim_words_are_shown_under_the_same_name() {
        for (var who : PEOPLE)
            sessions.get(who).says("segment", words(who.participant().name(), false));

        sessions.forEach((who, session) -> assertThat(session.heard("caption"))
                .hasSize(3)
                .allSatisfy(caption -> {
                    assertThat(caption.path("payload").path("text").asString())
                            .isEqualTo(caption.path("payload").path("name").asString());
                    assertThat(caption.path("payload").path("speaker").asString())
                            .isNotEqualTo(who.id().toString());
                }));
    }

    @Test
    void nobody_speaks_under_the_name_of_somebody_else() {
        for (var who : PEOPLE)
            for (var other : PEOPLE)
                if (who != other)
                    sessions.get(who)
                            .says(
                                    "segment",
                                    words("mine", true).replaceFirst("\\{", "{\"speaker\":\"" + other.id() + "\","));

        sessions.forEach((_, session) -> assertThat(session.heard("error"))
                .extracting(error -> error.path("payload").path("code").asString())
                .containsExactly("NOT_YOUR_WORDS", "NOT_YOUR_WORDS", "NOT_YOUR_WORDS"));
        assertThat(gateway.commands.sent(RecordSegment.class)).isEmpty();
    }
}
