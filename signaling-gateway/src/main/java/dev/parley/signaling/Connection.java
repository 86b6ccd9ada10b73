package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.ALREADY_JOINED;
import static dev.parley.signaling.frame.SignalRefusal.FRAME_MALFORMED;
import static dev.parley.signaling.frame.SignalRefusal.FRAME_TOO_LARGE;
import static dev.parley.signaling.frame.SignalRefusal.JOIN_EXPECTED;
import static dev.parley.signaling.frame.SignalRefusal.NOT_STORED;
import static dev.parley.signaling.frame.SignalRefusal.STILL_WAITING;
import static dev.parley.signaling.frame.SignalRefusal.TICKET_INVALID;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.signaling.Headcount.Place;
import dev.parley.signaling.admission.Admission;
import dev.parley.signaling.admission.Admission.Admitted;
import dev.parley.signaling.admission.IcePolicy;
import dev.parley.signaling.admission.TurnCredentials;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.minutes.Minutes;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Peer;
import dev.parley.signaling.room.Rooms;
import dev.parley.signaling.room.Wire;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What one client says, from its first frame to its last: before it has joined, nothing counts but joining. */
final class Connection implements Entering.Door, Inlet.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Services services;
    private final Wire wire;
    private final Allowances allowances;
    private final Clock clock;
    private final Sinks.Empty<Void> cut = Sinks.empty();
    private volatile @Nullable Place place;
    private volatile boolean joining;
    private volatile @Nullable Attendee waiting;
    private volatile boolean ended;
    private volatile long heardAt;

    /** What every connection uses. */
    record Services(
            FrameCodec codec,
            Admission admission,
            TurnCredentials turn,
            IcePolicy icePolicy,
            Renewals renewals,
            Simulations simulations,
            Rooms rooms,
            Minutes minutes,
            Crowd crowd) {}

    Connection(Services services, Wire wire, Allowances allowances, Clock clock) {
        this.services = services;
        this.wire = wire;
        this.allowances = allowances;
        this.clock = clock;
        this.heardAt = clock.millis();
    }

    void heard() {
        heardAt = clock.millis();
    }

    long silentForMillis() {
        return clock.millis() - heardAt;
    }

    /** Coming in takes its time; whatever is said later is answered at once. */
    @Override
    public boolean isReady() {
        return wire.peer() != null;
    }

    @Override
    public void hear(byte[] text) {
        heard();
        on(read(text)).subscribe();
    }

    boolean hasSaidJoin() {
        return joining;
    }

    /** Completes when this connection is to end without a word. */
    Mono<Void> cutOff() {
        return cut.asMono();
    }

    /** Right away and in the receiving thread, because the buffer is reused afterwards. */
    Inbound read(byte[] text) {
        return allowances
                .exceeded()
                .<Inbound>map(Inbound.Garbage::new)
                .orElseGet(() -> services.codec().decode(text));
    }

    Mono<Void> on(Inbound inbound) {
        if (isGone()) return Mono.empty();
        services.codec().counts().in(inbound);
        return switch (inbound) {
            case Inbound.Said said -> said(said);
            case Inbound.Unknown _ -> Mono.empty();
            case Inbound.Refused refused -> refused(refused);
            case Inbound.Garbage garbage -> putOut(garbage.refusal());
        };
    }

    /** The connection is gone, whoever ended it. */
    void ended() {
        ended = true;
        wire.end();
        giveBackPlace();
        var who = wire.peer();
        if (who != null) services.rooms().lost(who, wire, false);
        else stopWaiting();
    }

    /** Nothing has been heard for too long. */
    void givenUp() {
        ended = true;
        var who = wire.peer();
        if (who != null) services.rooms().lost(who, wire, true);
        wire.end();
    }

    Mono<Void> putOut(Refusal why) {
        refuse(Letter.NOTHING, why);
        var reason = closeReason(why);
        wire.close(reason, why.name());
        var who = wire.peer();
        if (who != null) services.rooms().expel(who, wire, reason);
        return Mono.empty();
    }

    private Mono<Void> said(Inbound.Said said) {
        var who = wire.peer();
        if (who == null) return joining ? beforeBeingLetIn(said) : first(said);
        var tooMuch = allowances.exceededBy(said.frame());
        if (tooMuch.isPresent()) return putOut(tooMuch.get());
        services.icePolicy().letThrough(who.who().tenant(), said.frame()).ifPresent(frame -> said(who, said.as(frame)));
        return Mono.empty();
    }

    private void said(Peer who, Inbound.Said said) {
        var meant = services.rooms().spelledOut(who, said);
        if (!services.rooms().said(who, wire, said)) return;
        if (said.frame() instanceof ClientFrame.Leave) services.rooms().left(who);
        if (said.frame() instanceof ClientFrame.Renewal wanted)
            services.rooms().tell(who, services.renewals().answer(who.who(), said.id(), wanted));
        if (said.frame() instanceof ClientFrame.Simulate fault)
            services.simulations().begin(who, fault, cut::tryEmitEmpty);
        for (var each : meant)
            services.minutes().said(who, each, answer -> services.rooms().tell(who, answer));
    }

    private Mono<Void> refused(Inbound.Refused refused) {
        var who = wire.peer();
        if (who == null && !joining) return putOut(JOIN_EXPECTED);
        answer(Letter.refusing(refused.re(), refused.refusal(), refused.field()));
        return Mono.empty();
    }

    private Mono<Void> first(Inbound.Said said) {
        if (!(said.frame() instanceof ClientFrame.Join join)) return putOut(JOIN_EXPECTED);
        joining = true;
        var joined = services.admission()
                .admit(join.ticket())
                .doOnNext(this::mustNotBeCutOff)
                .doOnNext(admitted -> takePlace(admitted.who()))
                .flatMap(admitted -> comeIn(admitted, join, said.id()))
                .onErrorResume(failure -> turnAway(said.id(), failure))
                .cache();
        // Even if the client is gone by then: once the meeting counts it as present, it must also be counted out.
        joined.subscribe();
        return joined;
    }

    private void mustNotBeCutOff(Admitted admitted) {
        if (services.simulations().isCutOff(admitted.who())) throw new Refused(NOT_STORED);
    }

    private Mono<Void> comeIn(Admitted admitted, ClientFrame.Join join, long id) {
        var resumed = comeBack(admitted, join, id);
        resumed.ifPresent(this::joined);
        if (resumed.isPresent()) return Mono.empty();
        waiting = admitted.who();
        return new Entering(services, admitted, id, wire, clock, this).ask();
    }

    /** Who waits may only go. */
    private Mono<Void> beforeBeingLetIn(Inbound.Said said) {
        switch (said.frame()) {
            case ClientFrame.Leave _ -> {
                stopWaiting();
                wire.close(CloseReason.LEFT, CloseReason.LEFT.name());
            }
            case ClientFrame.Join _ -> refuse(said.id(), ALREADY_JOINED);
            default -> {
                if (!wire.tell(beforeEntering(Letter.refusing(said.id(), STILL_WAITING)))) return said(said);
            }
        }
        return Mono.empty();
    }

    private void stopWaiting() {
        var who = waiting;
        if (who != null) services.rooms().stopsWaiting(who, wire);
    }

    @Override
    public boolean isGone() {
        return ended || wire.closingNow().isPresent();
    }

    @Override
    public void joined(Peer who) {
        if (ended) services.rooms().lost(who, wire, false);
    }

    private void takePlace(Attendee who) {
        place = services.crowd().of(who);
        if (ended) giveBackPlace();
    }

    private void giveBackPlace() {
        var taken = place;
        if (taken != null) taken.giveBack();
    }

    private Optional<Peer> comeBack(Admitted admitted, ClientFrame.Join join, long id) {
        return join.resume().flatMap(resume -> services.rooms().resume(admitted.who(), resume, id, wire));
    }

    private Mono<Void> turnAway(long id, Throwable failure) {
        turnedAway(id, failure);
        return Mono.empty();
    }

    @Override
    public void turnedAway(long id, Throwable failure) {
        var refused = Minutes.refusedIn(failure);
        if (refused.isEmpty()) LOG.warn("Could not admit somebody", failure);
        var why = refused.<Refusal>map(Refused::refusal).orElse(NOT_STORED);
        refuse(id, why);
        wire.close(closeReason(why), why.name());
    }

    private void refuse(long id, Refusal why) {
        answer(Letter.refusing(id, why));
    }

    private void answer(Letter letter) {
        if (wire.tell(beforeEntering(letter))) return;
        var who = wire.peer();
        if (who != null) services.rooms().tell(who, letter);
    }

    private Numbered beforeEntering(Letter letter) {
        return services.codec().number(Numbered.BEFORE_ENTERING, clock.instant(), letter);
    }

    private static CloseReason closeReason(Refusal why) {
        if (why == FRAME_MALFORMED || why == JOIN_EXPECTED) return CloseReason.MALFORMED;
        if (why == FRAME_TOO_LARGE) return CloseReason.TOO_LARGE;
        if (why.kind() == Refusal.Kind.TOO_MANY) return CloseReason.TOO_MANY;
        if (why == TICKET_INVALID) return CloseReason.BAD_TICKET;
        if (why == NOT_STORED) return CloseReason.TRY_LATER;
        return CloseReason.NOT_ADMITTED;
    }
}
