package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ReplyCommand;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code docs/messages.md} is written by this test (run it with {@code -Dparley.golden=write}) and checked by it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageCatalogueTest {
    private static final Path CATALOGUE = Path.of("../docs/messages.md");
    private static final List<String> FEATURES = List.of(
            "Meeting",
            "Series",
            "HostPool",
            "Calendar",
            "QuestionSet",
            "Assignment",
            "Interview",
            "Analysis",
            "Floor",
            "Transcript",
            "Lead",
            "Notification",
            "Template",
            "Preference",
            "Feed");

    @Test
    void the_catalogue_names_every_message_as_it_is() throws IOException {
        var catalogue = catalogue();
        if (System.getProperty("parley.golden", "").equals("write")) Files.writeString(CATALOGUE, catalogue);
        assertThat(Files.readString(CATALOGUE))
                .as("run once with -Dparley.golden=write")
                .isEqualTo(catalogue);
    }

    private static String catalogue() {
        var text = new StringBuilder("""
            # What can be said

            Written by `MessageCatalogueTest` from the contract in `core-api`; do not edit. Every command also has `by` (the actor)
            and `at` (the instant). How it looks in JSON: `core-api/src/main/resources/contract`.
            """);
        for (var feature : FEATURES) {
            text.append("\n## ").append(feature).append('\n');
            messages(text, contract(feature, "Command"), "Command");
            if (feature.equals("Meeting")) messages(text, ReplyCommand.class, "Command");
            if (feature.equals("Meeting")) messages(text, ModerationCommand.class, "Command");
            messages(text, contract(feature, "Event"), "Event");
            messages(text, contract(feature, "Query"), "Query");
            refusals(text, feature);
        }
        return text.toString();
    }

    private static void messages(StringBuilder text, @Nullable Class<?> contract, String kind) {
        if (contract == null) return;
        var records = Arrays.stream(contract.getDeclaredClasses())
                .filter(Class::isRecord)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
        text.append("\n| ").append(kind.toLowerCase(Locale.ROOT)).append(" | fields |\n|---|---|\n");
        for (var message : records)
            text.append("| ")
                    .append(name(message))
                    .append(" | ")
                    .append(fields(message))
                    .append(" |\n");
    }

    private static String name(Class<?> message) {
        var revision = message.getAnnotation(Revision.class);
        return revision == null ? message.getSimpleName() : StoredEvents.nameOf(message) + " r" + revision.value();
    }

    private static String fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .filter(field -> !(Command.class.isAssignableFrom(message)
                        && List.of("by", "at").contains(field.getName())))
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private static void refusals(StringBuilder text, String feature) {
        var refusals = contract(feature, "Refusal");
        if (refusals == null) return;
        text.append("\n| refusal | kind | says |\n|---|---|---|\n");
        for (var constant : refusals.getEnumConstants()) {
            var refusal = (Refusal) constant;
            text.append("| ")
                    .append(refusal.name())
                    .append(" | ")
                    .append(WireFormat.name(refusal.kind()))
                    .append(" | ")
                    .append(refusal.text())
                    .append(" |\n");
        }
    }

    private static @Nullable Class<?> contract(String feature, String kind) {
        try {
            return Class.forName("dev.parley.api." + feature.toLowerCase(Locale.ROOT) + "." + feature + kind);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
