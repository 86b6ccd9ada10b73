package dev.parley.saga;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Like the real deadlines, and unlike the fixture's own: cancelling the one that is being handled fails. */
final class TouchyDeadlines implements DeadlineManager {
    private final DeadlineManager lenient;
    private @Nullable String handling;

    private TouchyDeadlines(DeadlineManager lenient) {
        this.lenient = lenient;
    }

    static TouchyDeadlines around(SagaTestFixture<?> fixture) {
        var lenient = (DeadlineManager) ReflectionTestUtils.getField(fixture, "deadlineManager");
        var touchy = new TouchyDeadlines(lenient);
        fixture.registerDeadlineHandlerInterceptor((work, chain) -> {
            touchy.handling = work.getMessage().getIdentifier();
            try {
                return chain.proceed();
            } finally {
                touchy.handling = null;
            }
        });
        return touchy;
    }

    @Override
    public String schedule(Instant due, String name, @Nullable Object payload, ScopeDescriptor scope) {
        return lenient.schedule(due, name, payload, scope);
    }

    @Override
    public String schedule(Duration in, String name, @Nullable Object payload, ScopeDescriptor scope) {
        return lenient.schedule(in, name, payload, scope);
    }

    @Override
    public void cancelSchedule(String name, String id) {
        if (id.equals(handling)) throw new IllegalStateException("a deadline cancels itself: " + name);
        lenient.cancelSchedule(name, id);
    }

    @Override
    public void cancelAll(String name) {
        throw new UnsupportedOperationException("reads every pending deadline of the system");
    }

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
        throw new UnsupportedOperationException("reads every pending deadline of the system");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> interceptor) {
        return lenient.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super DeadlineMessage<?>> interceptor) {
        return lenient.registerHandlerInterceptor(interceptor);
    }
}
