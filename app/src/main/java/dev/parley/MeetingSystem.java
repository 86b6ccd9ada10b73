package dev.parley;

import dev.parley.cli.Cli;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

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

    private static void exitUnlessServing(int code, String[] arguments) {
        if (code != 0 || !arguments[0].equals("serve")) System.exit(code);
    }
}
