package dev.parley.command;

import static dev.parley.api.RequestRefusal.CHANGED_MEANWHILE;
import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.RequestRefusal.STAFF_ONLY;
import static dev.parley.api.RequestRefusal.TOO_BUSY;
import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.lenasContact;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.lead.Contact;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {
    private final List<CommandMessage<?>> given = new ArrayList<>();

    @Test
    void answer_with_a_receipt() {
        var commands = answering(4L, MetaData.with(Envelope.POSITION, 17L));
        StepVerifier.create(commands.send(start(alice), IfMatch.of("\"3\"")))
                .assertNext(receipt -> assertThat(receipt).isEqualTo(new Receipt(4, OptionalLong.of(17), 4L)))
                .verifyComplete();
        assertThat(given.getFirst().getMetaData()).containsEntry(Envelope.EXPECTED_VERSION, 3L);
    }

    @Test
    void answer_with_a_receipt_that_says_more() {
        var scheduled = new Scheduled(new RoomId("here"), lenaInTheRoom, 1);
        StepVerifier.create(answering(scheduled, MetaData.emptyInstance()).send(start(alice)))
                .assertNext(receipt -> assertThat(receipt).isEqualTo(new Receipt(1, OptionalLong.empty(), scheduled)))
                .verifyComplete();
        assertThat(given.getFirst().getMetaData()).doesNotContainKey(Envelope.EXPECTED_VERSION);
    }

    @Test
    void answer_questions() {
        StepVerifier.create(answering(lenasContact, MetaData.emptyInstance()).ask(start(alice), Contact.class))
                .expectNext(lenasContact)
                .verifyComplete();
    }

    @Test
    void ask_about_the_version_that_the_client_saw() {
        answering(lenasContact, MetaData.emptyInstance())
                .ask(start(alice), IfMatch.of("\"3\""), Contact.class)
                .subscribe();
        assertThat(given.getFirst().getMetaData()).containsEntry(Envelope.EXPECTED_VERSION, 3L);
    }

    @Test
    void pass_refusals_on() {
        refuses(ALREADY_STARTED, failing(new Refused(ALREADY_STARTED)).send(start(alice)));
    }

    @Test
    void notice_that_the_client_saw_an_old_version() {
        var stale = new ConflictingAggregateVersionException("meeting", 3, 4);
        refuses(VERSION_IS_STALE, failing(stale).send(start(alice), IfMatch.of("\"3\"")));
    }

    @Test
    void notice_a_lost_race() {
        refuses(CHANGED_MEANWHILE, failing(new ConcurrencyException("lost")).send(start(alice)));
        refuses(
                CHANGED_MEANWHILE,
                failing(new AggregateStreamCreationException("lost")).send(start(alice)));
    }

    @Test
    void notice_a_race_lost_by_who_named_a_version() {
        refuses(VERSION_IS_STALE, failing(new ConcurrencyException("lost")).send(start(alice), IfMatch.of("\"3\"")));
    }

    @Test
    void turn_away_what_is_too_much() {
        refuses(TOO_BUSY, failing(new RejectedExecutionException("full")).send(start(alice)));
    }

    @Test
    void do_not_hide_what_is_broken() {
        StepVerifier.create(failing(new IllegalStateException("broken")).send(start(alice)))
                .verifyErrorMessage("broken");
    }

    @Test
    void do_not_take_anything_for_a_version() {
        StepVerifier.create(answering("done", MetaData.emptyInstance()).send(start(alice)))
                .verifyError(IllegalStateException.class);
    }

    @Test
    void do_not_keep_people_waiting_for_ever() {
        var commands = new Commands(
                DefaultCommandGateway.builder().commandBus(busyForEver()).build(),
                new AnsweringSettings(Duration.ofMillis(50)));
        refuses(NO_ANSWER_IN_TIME, commands.send(start(alice)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void are_given_by_the_sales_team_only(Actor stranger) {
        refuses(STAFF_ONLY, answering(1L, MetaData.emptyInstance()).send(start(stranger)));
        assertThat(given).isEmpty();
    }

    static List<Actor> strangers() {
        return List.of(as(lena), parley, theHouse);
    }

    private static StartMeeting start(Actor by) {
        return new StartMeeting(discoveryCall, by, now);
    }

    private Commands answering(Object answer, MetaData metadata) {
        return on(command -> new GenericCommandResultMessage<>(answer, metadata));
    }

    private Commands failing(Exception failure) {
        return on(command -> {
            throw failure;
        });
    }

    private Commands on(Handler handler) {
        var bus = SimpleCommandBus.builder().build();
        bus.subscribe(StartMeeting.class.getName(), message -> {
            given.add(message);
            return handler.handle(message);
        });
        return new Commands(
                DefaultCommandGateway.builder().commandBus(bus).build(), new AnsweringSettings(Duration.ofSeconds(30)));
    }

    private static void refuses(Refusal refusal, Mono<?> answer) {
        var error = new AtomicReference<Throwable>();
        StepVerifier.create(answer).consumeErrorWith(error::set).verify(Duration.ofSeconds(30));
        assertThat(error.get(), refused(refusal));
    }

    private static CommandBus busyForEver() {
        var bus = AsynchronousCommandBus.builder().executor(task -> {}).build();
        bus.subscribe(StartMeeting.class.getName(), message -> 1L);
        return bus;
    }

    private interface Handler {
        CommandResultMessage<?> handle(CommandMessage<?> command) throws Exception;
    }
}
