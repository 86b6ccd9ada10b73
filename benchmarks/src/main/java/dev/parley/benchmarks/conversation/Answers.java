package dev.parley.benchmarks.conversation;

import java.util.List;
import java.util.Map;

/** What is asked under load, and what a lead says to it: an answer that needs no follow-up. */
final class Answers {
    private static final List<Answer> ALL = List.of(
            new Answer(
                    "What problem would you like to solve?",
                    "open",
                    "We lose about six hours a week on meeting notes."),
            new Answer("How many people in your team would use it?", "number", "It would be 25 people."),
            new Answer("Do you have a budget for this?", "yes-no", "Yes, we have a budget for it."),
            new Answer(
                    "Who decides about a purchase like this?",
                    "open",
                    "Our head of sales decides, her name is Maria Lopez."),
            new Answer("When do you want to start?", "open", "We want to start in the second quarter of next year."),
            new Answer("On a scale from 1 to 10, how urgent is it?", "scale", "I would say 8."),
            new Answer(
                    "Which other products have you looked at?",
                    "open",
                    "We have looked at two note takers and a spreadsheet."),
            new Answer(
                    "How do you take notes today?",
                    "open",
                    "Everybody writes their own, and nobody finds them again."));

    private Answers() {}

    private record Answer(String question, String type, String words) {}

    static List<Map<String, Object>> questions() {
        return ALL.stream().map(Answers::body).toList();
    }

    private static Map<String, Object> body(Answer answer) {
        return Map.of(
                "text",
                answer.question(),
                "type",
                answer.type(),
                "mandatory",
                true,
                "maxFollowUps",
                1,
                "signal",
                answer.type().equals("yes-no") ? "budget" : "need");
    }

    /** @param asked in the interviewer's words */
    static String to(String asked) {
        return ALL.stream()
                .filter(answer -> asked.contains(answer.question()))
                .findFirst()
                .map(Answer::words)
                .orElse("Yes, that is right.");
    }
}
