package dev.parley.infra.mail;

import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.infra.diagnosis.DiagnosisSettings;
import dev.parley.infra.diagnosis.MailDoctor;
import dev.parley.infra.diagnosis.MailTarget;
import dev.parley.query.calendarfeed.FeedDocument;
import dev.parley.query.calendarledger.EntryNames;
import dev.parley.saga.notification.Invitations;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Letters go to the server that the settings name, or to the embedded mailbox where they name none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, DiagnosisSettings.class})
class MailConfiguration {

    /** Without a database, in tests of the mailbox for instance, nobody is known. */
    @Bean
    HostZones hostZones(ObjectProvider<DataSource> database) {
        var views = database.getIfAvailable();
        return views == null ? HostZones.UNKNOWN : new StoredHostZones(views);
    }

    @Bean
    Invitations invitations(
            MailSettings settings,
            MailServer server,
            GuestLinks links,
            PreferenceLinks preferences,
            HostZones hosts,
            Clock clock) {
        return new SmtpInvitations(settings, server, new Ways(links, preferences), hosts, clock);
    }

    @Bean
    MailDoctor mailDoctor(DiagnosisSettings settings, Clock clock) {
        return new MailDoctor(settings, clock);
    }

    @Bean
    MailTarget mailTarget(MailSettings settings, MailServer server, DiagnosisSettings diagnosis) {
        return new MailTarget(
                server.host(),
                server.port(),
                MailTarget.Encryption.valueOf(settings.tls().name()),
                settings.username(),
                settings.password(),
                settings.from(),
                settings.host().isBlank(),
                diagnosis.patience());
    }

    @Bean
    TestLetters testLetters(
            MailSettings settings,
            MailServer server,
            GuestLinks links,
            PreferenceLinks preferences,
            HostZones hosts,
            Clock clock) {
        return new TestLetters(settings, server, new Ways(links, preferences), hosts, clock);
    }

    @Bean
    SampleLetters sampleLetters(Clock clock) {
        return new SampleLetters(clock);
    }

    @Bean
    FeedDocument feedDocument(MailSettings settings, GuestLinks links) {
        return new PublishedCalendar(settings, links);
    }

    @Bean
    EntryNames entryNames(MailSettings settings) {
        return settings::uidOf;
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoMailboxIsOn.class)
    static class Demo {

        @Bean
        DemoMailbox demoMailbox(MailSettings settings, Clock clock) {
            return new DemoMailbox(settings.mailbox(), clock).start();
        }

        @Bean
        MailServer mailServer(DemoMailbox mailbox) {
            return mailbox.address();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(DemoMailboxIsOff.class)
    static class Real {

        @Bean
        MailServer mailServer(MailSettings settings) {
            return new MailServer(settings.host(), settings.port());
        }
    }
}
