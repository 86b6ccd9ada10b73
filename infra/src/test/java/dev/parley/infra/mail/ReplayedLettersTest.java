package dev.parley.infra.mail;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.calendar.NothingElsewhere;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.feed.PlainFeedSecrets;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.command.CommandSide;
import dev.parley.infra.offline.OfflineAnalyst;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.infra.offline.OfflineSummariser;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.infra.store.rebuild.Rebuilds;
import dev.parley.query.QuerySide;
import dev.parley.saga.Sagas;
import dev.parley.saga.analysis.Analyst;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.summary.Summariser;
import dev.parley.saga.zones.FutureMeetings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import smallhouse.ScriptedSmtp;

/** All sides on a real log, with a mail server that counts: whoever hears old facts again must not write to people again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayedLettersTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int INVITED = aDiscoveryCall().invitees().size();
    private static final ScriptedSmtp server = new ScriptedSmtp();

    private static RunningStore parley;
    private static int days;

    @BeforeAll
    static void start() {
        parley = RunningStore.on(
                TestDatabase.fresh(),
                List.of("parley.mail.host=127.0.0.1", "parley.mail.port=" + server.port()),
                CommandSide.class,
                QuerySide.class,
                Sagas.class,
                MailConfiguration.class,
                NothingElsewhere.class,
                OfflineAndLinked.class);
    }

    @AfterAll
    static void stop() {
        parley.close();
        server.close();
    }

    @Test
    void a_rebuild_of_every_view_sends_none() {
        invite();
        var before = server.letters().size();

        var views = names("select distinct processor from view_table");
        views.forEach(view -> parley.the(Rebuilds.class).run(view, _ -> {}));

        assertThat(views).hasSize(13);
        nothingWasSentSince(before);
    }

    @Test
    void telling_every_reaction_the_whole_log_again_sends_none() {
        invite();
        var before = server.letters().size();

        var reactions = names("select distinct processor from processor_token where processor like 'saga.%'");
        for (var reaction : reactions) fromTheBeginning(processor(reaction));

        assertThat(reactions).contains("saga.invitation", "saga.notification");
        await().atMost(LONG).until(() -> lag() == 0);
        nothingWasSentSince(before);
    }

    /** What would still be on its way is behind the errands, and the letters of one more meeting are behind them. */
    private static void nothingWasSentSince(int before) {
        await().atMost(LONG).until(() -> errands() == 0);
        invite();
        assertThat(server.letters()).hasSize(before + INVITED);
    }

    private static void invite() {
        var before = server.letters().size();
        assertThat(parley.the(CommandGateway.class).send(aCallIn(++days))).succeedsWithin(20, TimeUnit.SECONDS);
        await().atMost(LONG).until(() -> server.letters().size() >= before + INVITED && errands() == 0);
    }

    private static ScheduleMeeting aCallIn(int days) {
        var sample = aDiscoveryCall().ledByAPerson().schedule();
        return new ScheduleMeeting(
                new MeetingId(UUID.randomUUID()),
                alice,
                Instant.now(),
                sample.title(),
                sample.meetingType(),
                sample.leadId(),
                sample.roomId(),
                new MeetingTime(
                        LocalDateTime.now(BERLIN).plusDays(days + 2).withHour(10),
                        BERLIN,
                        Duration.ofMinutes(30),
                        Optional.empty()),
                sample.invitees(),
                sample.interviewer(),
                sample.questionSet(),
                List.of());
    }

    private static void fromTheBeginning(EventProcessor reaction) {
        reaction.shutDown();
        parley.sql()
                .sql("delete from processor_token where processor = ?")
                .param(reaction.getName())
                .update();
        reaction.start();
    }

    private static EventProcessor processor(String name) {
        return parley.the(EventProcessingConfiguration.class)
                .eventProcessor(name)
                .orElseThrow();
    }

    private static List<String> names(String sql) {
        return parley.sql().sql(sql).query(String.class).list();
    }

    private static long errands() {
        return parley.sql()
                .sql("select count(*) from errand where task_instance like 'notification.deliver|%'")
                .query(Long.class)
                .single();
    }

    /** Of the reaction that is farthest behind. */
    private static long lag() {
        return parley.sql().sql("""
                        select (select position from event_log_head)
                               - min(coalesce((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, 0))
                        from processor_token where processor like 'saga.%'""").query(Long.class).single();
    }

    /** No @Configuration, which those who scan this package would take up. */
    static class OfflineAndLinked {
        @Bean
        Interviewer interviewer() {
            return new OfflineInterviewer();
        }

        @Bean
        Summariser summariser() {
            return new OfflineSummariser();
        }

        @Bean
        Analyst analyst() {
            return new OfflineAnalyst();
        }

        @Bean
        GuestLinks links() {
            return new MailSamples.Links();
        }

        @Bean
        FeedSecrets feedSecrets() {
            return new PlainFeedSecrets();
        }

        @Bean
        FutureMeetings futureMeetings() {
            return (_, _) -> List.of();
        }

        @Bean
        PreferenceLinks preferences() {
            return new PlainPreferenceLinks();
        }
    }
}
