package brokenhouse.infra.clock;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;

/** Right: somebody has to make the clock. */
@Configuration
class ClockConfiguration {
    Clock clock() {
        return Clock.systemUTC();
    }
}
