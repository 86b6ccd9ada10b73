package dev.parley.signaling.room;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.signaling.KnownMeetings.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.InterviewerState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a room that is younger than its meeting, for instance after a restart, learns from the meeting's page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProceedingsTest {
    private final Proceedings proceedings = new Proceedings(discoveryCall);

    @Test
    void the_interviewer_of_a_running_meeting_is_there_and_listens() {
        proceedings.learn(page(MeetingStatus.ACTIVE));

        assertThat(proceedings.presentInterviewer().map(ServerFrame.Present::participantId))
                .contains(parleyInTheRoom.participantId());
        assertThat(proceedings.interviewerState()).isEqualTo(InterviewerState.LISTENING);
    }

    @Test
    void before_the_start_it_is_not() {
        proceedings.learn(page(MeetingStatus.LOBBY_OPEN));

        assertThat(proceedings.presentInterviewer()).isEmpty();
        assertThat(proceedings.interviewerState()).isEqualTo(InterviewerState.IDLE);
    }

    @Test
    void a_page_that_knows_better_is_believed() {
        proceedings.learn(with(interviewer(false), Optional.empty()));

        assertThat(proceedings.presentInterviewer()).isEmpty();
    }

    @Test
    void what_the_room_has_heard_itself_is_newer_than_the_page() {
        proceedings.on(aDiscoveryCall().interviewerJoined());
        proceedings.on(new ParticipantLeft(discoveryCall, parleyInTheRoom.participantId(), "done"));
        proceedings.on(aDiscoveryCall().leadConsented());
        proceedings.on(new ConsentWithdrawn(discoveryCall, lenaInTheRoom.participantId()));
        proceedings.learn(with(interviewer(true), Optional.empty()));

        assertThat(proceedings.presentInterviewer()).isEmpty();
        assertThat(proceedings.hasConsented(lenaInTheRoom.participantId())).isFalse();
    }

    @Test
    void a_page_that_is_behind_takes_nothing_back() {
        proceedings.on(aDiscoveryCall().started());
        proceedings.learn(page(MeetingStatus.LOBBY_OPEN));

        assertThat(proceedings.status()).isEqualTo(MeetingStatus.ACTIVE);
    }

    @Test
    void consent_disclosure_and_progress_survive_a_restart() {
        proceedings.learn(with(consented(), Optional.of("I am an AI.")));

        assertThat(proceedings.hasConsented(lenaInTheRoom.participantId())).isTrue();
        assertThat(proceedings.disclosure()).contains("I am an AI.");
        assertThat(proceedings.progress()).contains(new ServerFrame.Progress(0, 0, 0, 4));
    }

    private static InviteeLine interviewer(boolean inRoom) {
        return new InviteeLine(parleyInTheRoom.participantId(), "Parley", "", parleyInTheRoom.role(), inRoom, false);
    }

    private static InviteeLine consented() {
        return new InviteeLine(lenaInTheRoom.participantId(), "Lena Lead", "", lenaInTheRoom.role(), true, true);
    }

    private static MeetingPage with(InviteeLine line, Optional<String> disclosure) {
        var page = page(MeetingStatus.ACTIVE);
        return new MeetingPage(
                page.meetingId(),
                page.tenant(),
                page.title(),
                page.meetingType(),
                page.roomId(),
                page.hostId(),
                page.hostName(),
                page.leadId(),
                page.leadName(),
                page.start(),
                page.end(),
                page.localStart(),
                page.zone(),
                page.durationMinutes(),
                page.status(),
                page.interviewer(),
                page.questionSetTitle(),
                page.questionSetVersion(),
                page.reminders(),
                page.sequence(),
                List.of(line),
                page.questions(),
                disclosure,
                page.summary(),
                page.summaryApprovedAt(),
                page.startedAt(),
                page.endedAt(),
                page.endReason(),
                page.cancelledBy(),
                page.series(),
                page.door(),
                page.version());
    }
}
