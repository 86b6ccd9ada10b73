package dev.parley.infra.diagnosis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the way of mail is looked at.
 *
 * @param patience with each step
 * @param resolver {@code host:port} of a DNS server; empty: the system's
 * @param dkimSelector under which the mail provider signs; empty: DKIM is not looked at
 */
@ConfigurationProperties("parley.mail.diagnosis")
public record DiagnosisSettings(
        @DefaultValue("5s") Duration patience,
        @DefaultValue("") String resolver,
        @DefaultValue("") String dkimSelector) {}
