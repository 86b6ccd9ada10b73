package dev.parley.infra.mail;

import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.preference.PreferenceLinks;
import dev.parley.saga.notification.Invitations;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Letters go to the server that the settings name, or to the embedded mailbox where they name none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Invitations invitations(
            MailSettings settings, MailServer server, GuestLinks links, PreferenceLinks preferences, Clock clock) {
        return new SmtpInvitations(settings, server, new Ways(links, preferences), clock);
    }

    @Bean
    TestLetters testLetters(
            MailSettings settings, MailServer server, GuestLinks links, PreferenceLinks preferences, Clock clock) {
        return new TestLetters(settings, server, new Ways(links, preferences), clock);
    }

    @Bean
    SampleLetters sampleLetters(Clock clock) {
        return new SampleLetters(clock);
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
