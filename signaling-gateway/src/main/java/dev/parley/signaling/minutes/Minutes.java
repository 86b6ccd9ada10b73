package dev.parley.signaling.minutes;

import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.signaling.frame.SignalRefusal.NOT_STORED;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.floor.FloorCommand.KeepFloor;
import dev.parley.api.floor.FloorId;
import dev.parley.api.interview.InterviewCommand.NoteCutOff;
import dev.parley.api.interview.InterviewCommand.NoteSilence;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingCommand.NotePoorConnection;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ModerationCommand.AdmitParticipant;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordGap;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.room.Aftermath;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Peer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What of a conversation is stored: who came and went, who agreed, what was finally said. */
public final class Minutes implements Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(Minutes.class);

    private final CommandGateway commands;
    private final Clock clock;
    private final MinutesSettings settings;
    private final InOrder<Key> order;

    private record Key(MeetingId meetingId, ParticipantId participantId) {}

    public Minutes(CommandGateway commands, Clock clock, MinutesSettings settings) {
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.order = new InOrder<>(settings.waiting());
    }

    /** Completes once the meeting counts this person as present, or fails with {@link Refused}. */
    public Mono<Void> join(Attendee who) {
        return Mono.fromFuture(() -> store(
                        who, () -> new JoinMeeting(who.meetingId(), who.by(), clock.instant(), who.participant())))
                .then();
    }

    /** Once it is known what to tell the sender, that is told; where nothing needs to be said, nothing is. */
    public void said(Peer peer, Inbound.Said said, Consumer<Letter> answer) {
        var who = peer.who();
        switch (said.frame()) {
            case ClientFrame.Consent consent -> decide(who, said.id(), answer, () -> consent(who, consent));
            case ClientFrame.Segment words
            when words.isFinal() -> keep(who, said.id(), words.segmentId(), answer, () -> record(who, words));
            case ClientFrame.Gap gap -> keep(who, said.id(), gap.gapId(), answer, () -> record(who, gap));
            case ClientFrame.Chat chat -> chat(peer, said.id(), chat, answer);
            case ClientFrame.Hand(var raised) -> decide(who, said.id(), answer, () -> raise(who, raised));
            case ClientFrame.Moderation ruling ->
                Rulings.of(ruling, who, clock.instant())
                        .ifPresent(command -> decide(who, said.id(), answer, () -> command));
            case ClientFrame.Segment _,
                    ClientFrame.Said _,
                    ClientFrame.Typing _,
                    ClientFrame.Join _,
                    ClientFrame.Leave _,
                    ClientFrame.Media _,
                    ClientFrame.Measurement _,
                    ClientFrame.Renewal _,
                    ClientFrame.Simulate _,
                    ClientFrame.Negotiation _ -> {}
        }
    }

    @Override
    public void gone(Attendee who, String reason) {
        store(who, () -> new LeaveMeeting(who.meetingId(), who.by(), clock.instant(), who.id(), reason))
                .whenComplete((_, failure) -> note("leaving", failure));
    }

    @Override
    public void brokeOff(Attendee who, ClientFrame.Segment words) {
        store(who, () -> record(who, words)).whenComplete((_, failure) -> note("broken-off words", failure));
    }

    @Override
    public void staysSilent(Attendee lead, SegmentId after, Silence rung) {
        var us = Actor.system(lead.tenant(), "floor");
        var interview = InterviewId.of(lead.meetingId());
        store(lead, () -> new NoteSilence(interview, us, clock.instant(), after, rung))
                .whenComplete((_, failure) -> note("silence", failure));
    }

    @Override
    public void cutOff(Attendee lead, SegmentId words, int characters) {
        var us = Actor.system(lead.tenant(), "floor");
        var interview = InterviewId.of(lead.meetingId());
        store(lead, () -> new NoteCutOff(interview, us, clock.instant(), words, characters))
                .whenComplete((_, failure) -> note("what the lead did not hear", failure));
    }

    @Override
    public void keepsFloor(Attendee lead, Instant begun, int part, String lines) {
        var us = Actor.system(lead.tenant(), "floor");
        var floor = FloorId.of(lead.meetingId());
        store(lead, () -> new KeepFloor(floor, lead.meetingId(), us, clock.instant(), begun, part, lines))
                .whenComplete((_, failure) -> note("what the floor was decided by", failure));
    }

    @Override
    public void isPoorlyConnected(Attendee who, LinkQuality link) {
        store(who, () -> new NotePoorConnection(who.meetingId(), who.by(), clock.instant(), who.id(), link))
                .whenComplete((_, failure) -> note("a poor connection", failure));
    }

    @Override
    public void hostIsLate(Attendee who) {
        var us = Actor.system(who.tenant(), "lobby");
        store(who, () -> new AdmitParticipant(who.meetingId(), us, clock.instant(), who.id()))
                .whenComplete((_, failure) -> note("letting in without a host", failure));
    }

    private void keep(Attendee who, long id, SegmentId words, Consumer<Letter> answer, Supplier<Command> command) {
        store(who, command).whenComplete((_, failure) -> answer.accept(recorded(id, words, failure)));
    }

    /** What comes of it is told as a fact, to everybody. */
    private void decide(Attendee who, long id, Consumer<Letter> answer, Supplier<Command> command) {
        store(who, command).whenComplete((_, failure) -> {
            if (failure != null) answer.accept(refusal(id, failure));
        });
    }

    private Command raise(Attendee who, boolean raised) {
        return new RaiseHand(who.meetingId(), who.by(), clock.instant(), who.id(), raised);
    }

    private Command consent(Attendee who, ClientFrame.Consent consent) {
        return consent.given()
                ? new GiveConsent(who.meetingId(), who.by(), clock.instant(), who.id(), consent.text())
                : new WithdrawConsent(who.meetingId(), who.by(), clock.instant(), who.id());
    }

    /** A line of chat is for everybody; it goes into the transcript only of those who agreed to one, and that is no error. */
    private void chat(Peer peer, long id, ClientFrame.Chat chat, Consumer<Letter> answer) {
        var segmentId = peer.wordsOf(id);
        store(peer.who(), () -> record(peer.who(), segmentId, chat.text())).whenComplete((_, failure) -> {
            if (!isRefusal(failure, NO_CONSENT)) answer.accept(recorded(id, segmentId, failure));
        });
    }

    private static Letter recorded(long id, SegmentId words, @Nullable Throwable failure) {
        return failure == null ? Letter.answering(id, new ServerFrame.Recorded(words)) : refusal(id, failure);
    }

    private Command record(Attendee who, ClientFrame.Segment words) {
        var when = SpokenAt.of(words, clock.instant(), settings.clockSkew());
        return new RecordSegment(
                who.meetingId(),
                who.by(),
                clock.instant(),
                words.segmentId(),
                who.id(),
                words.text(),
                when.from(),
                when.to(),
                words.source());
    }

    private Command record(Attendee who, ClientFrame.Gap gap) {
        var now = clock.instant();
        var when = SpokenAt.of(gap, now, settings.clockSkew());
        return new RecordGap(
                who.meetingId(), who.by(), now, gap.gapId(), who.id(), when.from(), when.to(), gap.cause());
    }

    private Command record(Attendee who, SegmentId segmentId, String text) {
        var now = clock.instant();
        return new RecordSegment(who.meetingId(), who.by(), now, segmentId, who.id(), text, now, now, Source.TYPED);
    }

    private CompletableFuture<Object> store(Attendee who, Supplier<? extends Command> command) {
        return order.then(
                new Key(who.meetingId(), who.id()),
                () -> commands.<Object>send(command.get())
                        .orTimeout(settings.within().toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Letter refusal(long id, Throwable failure) {
        var refused = refusedIn(failure);
        if (refused.isPresent())
            return Letter.refusing(id, refused.get().refusal(), refused.get().field());
        note("words", failure);
        return Letter.refusing(id, NOT_STORED);
    }

    private static boolean isRefusal(@Nullable Throwable failure, Refusal refusal) {
        return refusedIn(failure)
                .filter(refused -> refused.refusal() == refusal)
                .isPresent();
    }

    /** The bus may wrap what the domain said. */
    public static Optional<Refused> refusedIn(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Refused refused) return Optional.of(refused);
        return Optional.empty();
    }

    private static void note(String what, @Nullable Throwable failure) {
        if (failure == null) return;
        if (refusedIn(failure).isPresent()) LOG.debug("Refused: {}: {}", what, failure.toString());
        else LOG.warn("Not stored: {}", what, failure);
    }
}
