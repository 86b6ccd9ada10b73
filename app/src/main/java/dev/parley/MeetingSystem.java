package dev.parley;

import dev.parley.cli.Cli;
import dev.parley.command.CommandSide;
import dev.parley.query.QuerySide;
import dev.parley.saga.Sagas;
import dev.parley.signaling.SignalingGateway;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** Starts Parley: all four roles in one process unless profiles choose some of them. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class, SignalingGateway.class, Sagas.class, ApiDocument.class, Welcome.class})
@ComponentScan("dev.parley.infra")
public class MeetingSystem {

    public static void main(String[] arguments) {
        carryEnoughVirtualThreads();
        if (Cli.understands(arguments)) exitUnlessServing(Cli.run(arguments), arguments);
        else serve(arguments);
    }

    /**
     * A virtual thread that loads a class keeps its carrier, and may wait for one that holds the lock of the jar but has no carrier
     * to go on: with two carriers, as two processors have, everything stood still now and then.
     */
    private static void carryEnoughVirtualThreads() {
        var carriers = "jdk.virtualThreadScheduler.parallelism";
        if (System.getProperty(carriers) == null)
            System.setProperty(
                    carriers, Integer.toString(Math.max(8, Runtime.getRuntime().availableProcessors())));
    }

    public static ConfigurableApplicationContext serve(String... settings) {
        var system = new SpringApplication(MeetingSystem.class);
        // Sides may use the same word for a class, LeadController for instance, so short names are not unique.
        system.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        return system.run(settings);
    }

    /** The only clock: time is given, never taken. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static void exitUnlessServing(int code, String[] arguments) {
        if (code != 0 || !arguments[0].equals("serve")) System.exit(code);
    }
}
