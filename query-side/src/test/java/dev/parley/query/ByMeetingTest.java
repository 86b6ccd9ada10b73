package dev.parley.query;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Event;
import dev.parley.api.UnreadEvent;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.lead.LeadEvent.LeadRegistered;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ByMeetingTest {

    @Test
    void keeps_all_streams_of_a_meeting_in_one_order() {
        assertThat(orderOf(new InterviewResumed(InterviewId.of(discoveryCall), discoveryCall)))
                .isEqualTo(orderOf(aDiscoveryCall().started()))
                .isEqualTo(orderOf(new SegmentCorrected(discoveryCall, segment(1), "words", "misheard")));
    }

    @Test
    void lets_different_things_go_their_own_way() {
        assertThat(orderOf(new LeadRegistered(lenasLead, demo, "alice", lenasContact)))
                .isNotEqualTo(orderOf(aDiscoveryCall().started()));
    }

    @Test
    void keeps_what_cannot_be_read_with_what_it_concerns() {
        var unread = new UnreadEvent(
                "meeting.Unheard", "1", new byte[0], discoveryCall.toString(), UnreadEvent.Reason.UNKNOWN_TYPE, "");

        assertThat(new ByMeeting().getSequenceIdentifierFor(GenericEventMessage.asEventMessage(unread)))
                .isEqualTo(orderOf(aDiscoveryCall().started()));
    }

    /** Segments are chosen by hash code, which only for text is the same in every JVM. */
    @Test
    void names_an_order_by_text() {
        assertThat(orderOf(aDiscoveryCall().started())).isEqualTo(discoveryCall.toString());
    }

    private static Object orderOf(Event event) {
        return new ByMeeting().getSequenceIdentifierFor(GenericEventMessage.asEventMessage(event));
    }
}
