package dev.parley;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Parley: all four roles in one process unless profiles choose some of them. */
@SpringBootApplication
public class MeetingSystem {

    public static void main(String[] arguments) {
        SpringApplication.run(MeetingSystem.class, arguments);
    }
}
