package dev.parley.command;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Recall;
import dev.parley.api.assignment.AssignmentCommand;
import dev.parley.api.calendar.CalendarCommand;
import dev.parley.api.hostpool.HostPoolCommand;
import dev.parley.api.interview.InterviewCommand;
import dev.parley.api.lead.LeadCommand;
import dev.parley.api.meeting.MeetingCommand;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ReplyCommand;
import dev.parley.api.questionset.QuestionSetCommand;
import dev.parley.api.series.SeriesCommand;
import dev.parley.api.template.TemplateCommand;
import dev.parley.api.transcript.TranscriptCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;

/** What controllers sent, in order. Unless told otherwise, every command is accepted as version 7 at position 42. */
public final class RecordedCommands {
    private final List<CommandMessage<?>> given = new ArrayList<>();
    private final Map<Class<?>, Object> answers = new HashMap<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    public RecordedCommands() {
        Stream.of(
                        AssignmentCommand.class,
                        CalendarCommand.class,
                        InterviewCommand.class,
                        LeadCommand.class,
                        MeetingCommand.class,
                        ReplyCommand.class,
                        ModerationCommand.class,
                        QuestionSetCommand.class,
                        SeriesCommand.class,
                        HostPoolCommand.class,
                        TemplateCommand.class,
                        TranscriptCommand.class)
                .flatMap(RecordedCommands::leaves)
                .forEach(type -> bus.subscribe(type.getName(), this::answer));
        bus.subscribe(Recall.class.getName(), this::recall);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordedCommands::leaves)
                : Stream.of(type);
    }

    /** @param answer a value, or an exception to fail with */
    public RecordedCommands answering(Class<? extends Command> type, Object answer) {
        answers.put(type, answer);
        return this;
    }

    /** @param first to the first such command; to all that follow, {@code later} */
    public RecordedCommands answering(Class<? extends Command> type, Object first, Object later) {
        answers.put(type, new InTurn(first, later));
        return this;
    }

    public Commands commands() {
        return new Commands(
                DefaultCommandGateway.builder().commandBus(bus).build(), new AnsweringSettings(Duration.ofSeconds(30)));
    }

    public List<Object> given() {
        return given.stream().<Object>map(CommandMessage::getPayload).toList();
    }

    /** The last command's, or null where the client did not care. */
    public Object expectedVersion() {
        return given.getLast().getMetaData().get(Envelope.EXPECTED_VERSION);
    }

    /** Nothing was done before unless told otherwise. */
    private Object recall(CommandMessage<?> command) {
        var before = answers.get(Recall.class);
        return new GenericCommandResultMessage<>(before, MetaData.with(Envelope.POSITION, 17L));
    }

    /** The last command's, empty where the client gave no key. */
    public Map<String, Object> name() {
        return given.getLast().getMetaData().subset(Envelope.COMMAND_ID, Envelope.REQUEST_HASH);
    }

    private Object answer(CommandMessage<?> command) throws Exception {
        given.add(command);
        var answer = answers.getOrDefault(command.getPayloadType(), 7L);
        if (answer instanceof InTurn turns) answers.put(command.getPayloadType(), turns.later());
        if (answer instanceof InTurn turns) answer = turns.first();
        if (answer instanceof Exception failure) throw failure;
        return new GenericCommandResultMessage<>(answer, MetaData.with(Envelope.POSITION, 42L));
    }

    private record InTurn(Object first, Object later) {}
}
