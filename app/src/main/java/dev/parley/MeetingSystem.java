package dev.parley;

import dev.parley.cli.Cli;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Parley: all four roles in one process unless profiles choose some of them. */
@SpringBootApplication
public class MeetingSystem {

    public static void main(String[] arguments) {
        if (Cli.understands(arguments)) exitUnlessServing(Cli.run(arguments), arguments);
        else serve(arguments);
    }

    public static ConfigurableApplicationContext serve(String... settings) {
        return SpringApplication.run(MeetingSystem.class, settings);
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
