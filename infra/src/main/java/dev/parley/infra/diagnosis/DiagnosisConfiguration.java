package dev.parley.infra.diagnosis;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;

/** For the verb that looks around before there is a system, and so has no clock but the machine's. */
@Configuration(proxyBeanMethods = false)
public class DiagnosisConfiguration {

    public static MailDoctor withoutASystem(DiagnosisSettings settings) {
        return new MailDoctor(settings, Clock.systemUTC());
    }
}
