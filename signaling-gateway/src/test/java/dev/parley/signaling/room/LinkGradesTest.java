package dev.parley.signaling.room;

import static dev.parley.signaling.frame.ServerFrame.Grade.FAIR;
import static dev.parley.signaling.frame.ServerFrame.Grade.GOOD;
import static dev.parley.signaling.frame.ServerFrame.Grade.POOR;
import static dev.parley.signaling.room.TheRoom.alice;
import static dev.parley.signaling.room.TheRoom.gus;
import static dev.parley.signaling.room.TheRoom.lena;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.LinkQuality.CandidateType;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ServerFrame.Grade;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose connection is how good. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinkGradesTest {
    private static final Instant now = Samples.now;

    private final LinkGrades grades = new LinkGrades(TheRoom.settings.quality());

    @Test
    void of_two_people_nobody_knows_whose_fault_it_is() {
        assertThat(reports(lena, alice, 0.01)).isEmpty();
        assertThat(reports(lena, alice, 0.10)).isEqualTo(Map.of(lena, POOR, alice, POOR));
    }

    @Test
    void of_three_it_is_the_one_whom_nobody_hears_well() {
        reports(alice, gus, 0);
        reports(lena, alice, 0.10);
        reports(gus, lena, 0.10);

        assertThat(grades.troubled()).isEqualTo(Map.of(lena, POOR));
    }

    @Test
    void each_measure_counts_alone() {
        assertThat(grades.reported(lena, link(alice, 0, 300, 0))).containsValue(FAIR);
        assertThat(grades.reported(lena, link(alice, 0, 0, 100))).containsValue(POOR);
        assertThat(grades.reported(alice, link(lena, 0.03, 0, 0))).isEmpty();
    }

    @Test
    void it_gets_worse_at_once_and_better_after_the_third_time() {
        reports(lena, alice, 0.10);
        assertThat(reports(lena, alice, 0)).isEmpty();
        assertThat(reports(lena, alice, 0)).isEmpty();
        assertThat(reports(lena, alice, 0.09)).isEmpty();
        assertThat(reports(lena, alice, 0)).isEmpty();
        assertThat(reports(lena, alice, 0)).isEmpty();
        assertThat(reports(lena, alice, 0)).isEqualTo(Map.of(lena, GOOD, alice, GOOD));
    }

    @Test
    void a_link_is_as_good_as_its_worse_direction() {
        reports(lena, alice, 0);
        assertThat(reports(alice, lena, 0.05)).isEqualTo(Map.of(lena, FAIR, alice, FAIR));
    }

    @Test
    void whoever_is_gone_is_nobodys_bad_link() {
        reports(lena, alice, 0.10);
        assertThat(grades.forget(lena)).isEqualTo(Map.of(alice, GOOD));
        assertThat(grades.troubled()).isEmpty();
    }

    @Test
    void a_poor_one_is_worth_a_fact_once_a_minute() {
        reports(lena, alice, 0.10);

        assertThat(grades.toBeNoted(lena, now)).contains(link(alice, 0.10, 20, 5));
        assertThat(grades.toBeNoted(alice, now)).contains(link(lena, 0.10, 20, 5));
        assertThat(grades.toBeNoted(lena, now.plusSeconds(59))).isEmpty();
        assertThat(grades.toBeNoted(lena, now.plusSeconds(60))).isPresent();
        assertThat(grades.toBeNoted(gus, now)).isEmpty();
    }

    @Test
    void one_that_is_only_fair_is_not() {
        reports(lena, alice, 0.05);
        assertThat(grades.toBeNoted(lena, now)).isEmpty();
    }

    private Map<ParticipantId, Grade> reports(ParticipantId by, ParticipantId about, double loss) {
        return grades.reported(by, link(about, loss, 20, 5));
    }

    private static LinkQuality link(ParticipantId peer, double loss, int rtt, int jitter) {
        return new LinkQuality(peer, rtt, loss, jitter, CandidateType.HOST);
    }
}
