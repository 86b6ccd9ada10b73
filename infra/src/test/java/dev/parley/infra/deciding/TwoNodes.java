package dev.parley.infra.deciding;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.NothingElsewhere;
import dev.parley.api.calendar.NothingElsewhere.NobodyKnown;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.feed.PlainFeedSecrets;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.command.CommandSide;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two nodes on one database. */
final class TwoNodes implements AutoCloseable {
    final RunningStore here;
    final RunningStore there;

    TwoNodes(String... settings) {
        var url = TestDatabase.fresh();
        here = RunningStore.on(
                url, List.of(settings), CommandSide.class, NothingElsewhere.class, NobodyKnown.class, Links.class);
        there = RunningStore.on(
                url, List.of(settings), CommandSide.class, NothingElsewhere.class, NobodyKnown.class, Links.class);
    }

    /** What the command is answered, or what it is refused with. */
    static Object give(RunningStore node, Command command) {
        return give(node, command, MetaData.emptyInstance());
    }

    static Object giveSeeing(RunningStore node, long version, Command command) {
        return give(node, command, MetaData.with(Envelope.EXPECTED_VERSION, version));
    }

    private static Object give(RunningStore node, Command command, MetaData metadata) {
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        node.the(CommandGateway.class)
                .send(new GenericCommandMessage<>(command, metadata), (_, result) -> answer.complete(result));
        var result = answer.orTimeout(20, TimeUnit.SECONDS).join();
        return result.isExceptional() ? result.exceptionResult() : result.getPayload();
    }

    List<Object> events(Object stream) {
        return here.the(EventStore.class)
                .readEvents(stream.toString(), 0)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Links {
        @Bean
        FeedSecrets feedSecrets() {
            return new PlainFeedSecrets();
        }

        @Bean
        PreferenceLinks preferenceLinks() {
            return new PlainPreferenceLinks();
        }

        @Bean
        GuestLinks links() {
            return new GuestLinks() {
                @Override
                public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
                    return URI.create("https://parley.test/join/" + guest.participantId());
                }

                @Override
                public Optional<Guest> read(String token) {
                    return Optional.empty();
                }
            };
        }
    }
}
