package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that are wrong wherever they stand, plain or as a method reference. */
final class ForbiddenCalls {

    private static final Set<String> BLOCKING_OPERATORS =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");

    private ForbiddenCalls() {}

    static DescribedPredicate<JavaAccess<?>> takingTheTime() {
        return describe("the time is taken rather than given", access -> takesTheTime(access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> waitingWithoutABound() {
        return describe("the thread would wait without a bound", access -> waits(access.getTarget()));
    }

    static DescribedPredicate<JavaAccess<?>> sleeping() {
        return describe("the thread would sleep", access -> sleeps(access.getTarget()));
    }

    private static boolean takesTheTime(AccessTarget target) {
        String owner = target.getOwner().getName();
        boolean given = target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Clock.class));
        boolean now = target.getName().equals("now") && owner.startsWith("java.time.") && !given;
        boolean clock = target.getOwner().isEquivalentTo(Clock.class)
                && target.getName().startsWith("system");
        boolean millis = target.getOwner().isEquivalentTo(System.class)
                && target.getName().equals("currentTimeMillis");
        boolean date = target.getOwner().isEquivalentTo(Date.class)
                && target instanceof AccessTarget.ConstructorCallTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
        return now || clock || millis || date;
    }

    private static boolean waits(AccessTarget target) {
        boolean reactor = BLOCKING_OPERATORS.contains(target.getName())
                && (target.getOwner().isAssignableTo(Mono.class)
                        || target.getOwner().isAssignableTo(Flux.class));
        boolean join = target.getOwner().isAssignableTo(CompletableFuture.class)
                && target.getName().equals("join");
        boolean get = target.getOwner().isAssignableTo(Future.class)
                && target.getName().equals("get")
                && target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().isEmpty();
        return reactor || join || get;
    }

    private static boolean sleeps(AccessTarget target) {
        boolean sleeper = target.getOwner().isEquivalentTo(Thread.class)
                || target.getOwner().isEquivalentTo(TimeUnit.class);
        return sleeper && target.getName().equals("sleep");
    }
}
