package dev.parley.benchmarks.append;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import java.util.Map;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/** A meeting as an event-sourced actor; it stays in memory as long as its meeting goes on. */
final class PekkoTalk extends EventSourcedBehavior<PekkoTalk.Order, PekkoTalk.Said, Integer> {
    private final MeetingId meeting;

    private PekkoTalk(MeetingId meeting) {
        super(PersistenceId.ofUniqueId(meeting.toString()));
        this.meeting = meeting;
    }

    static Behavior<Order> of(MeetingId meeting) {
        return new PekkoTalk(meeting);
    }

    sealed interface Order {}

    record Say(ActorRef<Done> answer) implements Order {}

    record Leave() implements Order {}

    /** Event and envelope, since this journal keeps no metadata as bytes. */
    record Said(SegmentRecorded event, Map<String, Object> envelope) {}

    @Override
    public Integer emptyState() {
        return 0;
    }

    @Override
    public CommandHandler<Order, Said, Integer> commandHandler() {
        return newCommandHandlerBuilder()
                .forAnyState()
                .onCommand(
                        Say.class,
                        (said, order) -> Effect()
                                .persist(new Said(Story.recorded(meeting, said), Story.envelope()))
                                .thenReply(order.answer(), _ -> Done.getInstance()))
                .onCommand(Leave.class, (_, _) -> Effect().stop())
                .build();
    }

    @Override
    public EventHandler<Integer, Said> eventHandler() {
        return newEventHandlerBuilder().forAnyState().onAnyEvent((said, _) -> said + 1);
    }
}
