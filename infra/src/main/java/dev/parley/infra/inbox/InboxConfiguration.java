package dev.parley.infra.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.parley.saga.inbox.Inbox;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mailbox is looked into again and again, by one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
@Conditional(InboxIsOn.class)
class InboxConfiguration {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Bean
    InboxPoll inboxPoll(InboxSettings settings, DataSource database, Inbox inbox, Clock clock) {
        var table = new InboxTable(JdbcClient.create(database), settings.source());
        return new InboxPoll(settings, table, inbox, clock);
    }

    @Bean
    RecurringTask<Void> inboxTask(InboxPoll poll, InboxSettings settings) {
        return Tasks.recurring("inbox", FixedDelay.of(settings.poll())).execute((_, _) -> onItsOwnThread(poll));
    }

    /** A platform thread, because the mail library loads classes while it reads (see SchedulerErrands). */
    private static void onItsOwnThread(InboxPoll poll) {
        var thread = Thread.ofPlatform().daemon().name("inbox").start(poll::look);
        try {
            if (!thread.join(LONGEST)) thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
