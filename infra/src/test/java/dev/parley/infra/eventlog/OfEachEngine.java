package dev.parley.infra.eventlog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Part of the conformance suite: runs once on our engine and once on Axon's, each on a new database. Where the two differ, the
 * test switches over {@link EngineUnderTest#whose()} and says what each does; docs/event-log.md lists those places.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(OfEachEngine.Both.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@interface OfEachEngine {

    final class Both implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Stream.<Supplier<EngineUnderTest>>of(EngineUnderTest::ours, StockEngine::start)
                    .map(engine -> Arguments.of(engine.get()));
        }
    }
}
