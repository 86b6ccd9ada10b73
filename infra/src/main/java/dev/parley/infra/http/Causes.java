package dev.parley.infra.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An error and what caused it, outermost first. */
record Causes(List<Throwable> chain) {
    private static final int DEEPEST = 32;

    static Causes of(Throwable error) {
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = error; cause != null && chain.size() < DEEPEST && !chain.contains(cause); ) {
            chain.add(cause);
            cause = cause.getCause();
        }
        return new Causes(List.copyOf(chain));
    }

    <T extends Throwable> Optional<T> first(Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The first answer that any of them has. */
    <T> Optional<T> firstAnswer(Function<Throwable, Optional<T>> question) {
        return chain.stream().map(question).flatMap(Optional::stream).findFirst();
    }
}
