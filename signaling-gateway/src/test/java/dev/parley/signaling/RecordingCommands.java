package dev.parley.signaling;

import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.ParticipantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Remembers what was sent; accepts it at once, refuses it, or leaves it open until the test decides. */
public final class RecordingCommands implements CommandGateway {
    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private final Deque<CompletableFuture<Object>> open = new ArrayDeque<>();
    private volatile boolean holding;
    private volatile Function<Object, Optional<? extends Throwable>> verdict = _ -> Optional.empty();

    public List<Object> sent() {
        return List.copyOf(sent);
    }

    public <C> List<C> sent(Class<C> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public void refuse(Class<?> type, Throwable why) {
        verdict = command -> type.isInstance(command) ? Optional.of(why) : Optional.empty();
    }

    /** Refuses whom the meeting would not let in just now. */
    public void keepOut(ParticipantId who, Refusal why) {
        verdict = command -> command instanceof JoinMeeting join
                        && join.participant().participantId().equals(who)
                ? Optional.of(new Refused(why))
                : Optional.empty();
    }

    public void acceptAll() {
        verdict = _ -> Optional.empty();
    }

    public void hold() {
        holding = true;
    }

    /** The oldest command that was held is refused. */
    public void refuseHeld(Refusal why) {
        holding = false;
        open.removeFirst().completeExceptionally(new Refused(why));
    }

    /** The oldest command that was held is done. */
    public void release() {
        open.removeFirst().complete(1L);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletableFuture<R> send(Object command) {
        sent.add(command);
        var refused = verdict.apply(command);
        if (refused.isPresent()) return CompletableFuture.failedFuture(refused.get());
        if (!holding) return (CompletableFuture<R>) CompletableFuture.<Object>completedFuture(1L);
        var later = new CompletableFuture<Object>();
        open.addLast(later);
        return (CompletableFuture<R>) later;
    }

    public void forget() {
        sent.clear();
    }

    public List<String> names() {
        var names = new ArrayList<String>();
        sent.forEach(command -> names.add(command.getClass().getSimpleName()));
        return names;
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        throw new UnsupportedOperationException("the gateway sends without callbacks");
    }

    @Override
    public <R> R sendAndWait(Object command) {
        throw new UnsupportedOperationException("the gateway never waits");
    }

    @Override
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException("the gateway never waits");
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException("not needed");
    }
}
