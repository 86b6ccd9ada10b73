package dev.parley.driver;

import java.util.List;
import java.util.Map;

/** The question set that practice interviews use: what a first call with a lead should find out. */
final class DiscoveryQuestions {
    static final String TITLE = "Discovery call";

    private DiscoveryQuestions() {}

    static Map<String, Object> asBody() {
        return Map.of(
                "title",
                TITLE,
                "category",
                "sales",
                "questions",
                List.of(
                        question("What problem would you like to solve?", "open", true, 1, "need"),
                        question("How many people in your team would use it?", "number", true, 1, "fit"),
                        question("Do you have a budget for this?", "yes-no", true, 1, "budget"),
                        question("Who decides about a purchase like this?", "open", true, 1, "authority"),
                        question("When do you want to start?", "date", true, 1, "timing"),
                        question("On a scale from 1 to 10, how urgent is it?", "scale", false, 1, "need"),
                        question("Which other products have you looked at?", "open", false, 0, "fit")));
    }

    private static Map<String, Object> question(
            String text, String type, boolean mandatory, int followUps, String signal) {
        return Map.of("text", text, "type", type, "mandatory", mandatory, "maxFollowUps", followUps, "signal", signal);
    }
}
