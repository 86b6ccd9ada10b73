package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lenasLead;
import static dev.parley.api.Samples.qualification;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SubscriptionQueryBackpressure;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.reactivestreams.Publisher;

/** Answers {@link FindMeeting} with the pages it was given, as the query side would. */
public final class KnownMeetings implements QueryGateway {
    private final Map<MeetingId, MeetingPage> pages = new ConcurrentHashMap<>();

    public static KnownMeetings withADiscoveryCall() {
        var meetings = new KnownMeetings();
        meetings.know(page(MeetingStatus.LOBBY_OPEN));
        return meetings;
    }

    public void know(MeetingPage page) {
        pages.put(page.meetingId(), page);
    }

    public static MeetingPage page(MeetingStatus status) {
        return page(status, aDiscoveryCall().time().start(), Door.USUAL);
    }

    /** As the log has it after these came and did not leave. */
    public static MeetingPage pageWith(ParticipantId... inRoom) {
        return page(MeetingStatus.ACTIVE, aDiscoveryCall().time().start(), Door.USUAL, Set.of(inRoom));
    }

    public static MeetingPage page(MeetingStatus status, Instant start, Door door) {
        return page(status, start, door, Set.of());
    }

    private static MeetingPage page(MeetingStatus status, Instant start, Door door, Set<ParticipantId> inRoom) {
        var call = aDiscoveryCall();
        return new MeetingPage(
                discoveryCall,
                demo,
                "Discovery call",
                "discovery",
                DiscoveryCall.room,
                alice.id(),
                alice.name(),
                lenasLead,
                "Lena Lead",
                start,
                start.plus(call.time().duration()),
                call.time().localStart(),
                call.time().zone(),
                30,
                status,
                InterviewerKind.AI,
                qualification.title(),
                qualification.version(),
                DiscoveryCall.reminders,
                0,
                call.invitees().stream()
                        .map(invitee -> new InviteeLine(
                                invitee.participantId(),
                                invitee.name(),
                                invitee.email(),
                                invitee.role(),
                                inRoom.contains(invitee.participantId()),
                                false))
                        .toList(),
                qualification.questions().stream()
                        .map(question -> new QuestionLine(
                                question.questionId(),
                                question.text(),
                                question.mandatory(),
                                QuestionLine.State.OPEN,
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                door,
                1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R, Q> CompletableFuture<R> query(String name, Q query, ResponseType<R> type) {
        var asked = (FindMeeting) query;
        var answer = Optional.ofNullable(pages.get(asked.meetingId()))
                .filter(page -> page.tenant().equals(asked.tenant()));
        return (CompletableFuture<R>) CompletableFuture.completedFuture(answer);
    }

    @Override
    public <R, Q> Publisher<R> streamingQuery(String name, Q query, Class<R> type) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public <R, Q> Stream<R> scatterGather(String name, Q query, ResponseType<R> type, long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    @Deprecated
    public <Q, I, U> SubscriptionQueryResult<I, U> subscriptionQuery(
            String name,
            Q query,
            ResponseType<I> initial,
            ResponseType<U> update,
            SubscriptionQueryBackpressure backpressure,
            int buffer) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public <Q, I, U> SubscriptionQueryResult<I, U> subscriptionQuery(
            String name, Q query, ResponseType<I> initial, ResponseType<U> update, int buffer) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super QueryMessage<?, ?>> interceptor) {
        throw new UnsupportedOperationException("not needed");
    }
}
