package dev.parley.infra.operations;

import dev.parley.signaling.frame.FrameTraffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many frames of each type come and go: {@code parley.signaling.frames} by {@code direction} and {@code type}. */
@Configuration(proxyBeanMethods = false)
class FrameMeters {

    @Bean
    List<FunctionCounter> frameCounters(FrameTraffic traffic, ObjectProvider<MeterRegistry> meters) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return traffic.counts().stream()
                .map(count -> FunctionCounter.builder(
                                "parley.signaling.frames",
                                count,
                                one -> one.soFar().getAsLong())
                        .tags("direction", count.direction(), "type", count.type())
                        .register(registry))
                .toList();
    }
}
