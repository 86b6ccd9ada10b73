package dev.parley.saga;

import static dev.parley.api.Samples.aDiscoveryCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.WireFormat;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.SagaTestFixture;

/**
 * Sets a saga test up: time is the fixture's, deadlines are as touchy as the real ones, and whenever the saga is loaded its
 * state must survive being written down as JSON.
 */
public final class Stage {
    private Stage() {}

    /** @param now when the story begins */
    public static <T> SagaTestFixture<T> forSaga(Class<T> type, Instant now, DecidingSide decidingSide) {
        return forSaga(
                type,
                now,
                decidingSide,
                new TheLog(() -> now).says(aDiscoveryCall().soFar()));
    }

    /** @param log what has happened elsewhere, for sagas that look things up */
    public static <T> SagaTestFixture<T> forSaga(Class<T> type, Instant now, DecidingSide decidingSide, TheLog log) {
        var fixture = new SagaTestFixture<>(type);
        var gateway = DefaultCommandGateway.builder()
                .commandBus(fixture.getCommandBus())
                .build();
        fixture.registerResource(new MovableClock(fixture::currentTime));
        fixture.registerResource(new Commands(gateway, Duration.ofSeconds(5)));
        fixture.registerResource(log.history());
        fixture.registerResource(TouchyDeadlines.around(fixture));
        fixture.registerResourceInjector(Stage::survivesBeingWrittenDown);
        fixture.setCallbackBehavior(decidingSide);
        fixture.givenCurrentTime(now);
        return fixture;
    }

    private static void survivesBeingWrittenDown(Object saga) {
        var json = WireFormat.mapper();
        var read = json.readValue(json.writeValueAsString(saga), saga.getClass());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields(resourcesOf(saga))
                .isEqualTo(saga);
    }

    private static String[] resourcesOf(Object saga) {
        return Arrays.stream(saga.getClass().getDeclaredFields())
                .filter(field -> Modifier.isTransient(field.getModifiers()))
                .map(Field::getName)
                .toArray(String[]::new);
    }
}
