package dev.parley.benchmarks.analysis;

import dev.parley.api.WireFormat;
import dev.parley.driver.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What people say, a stretch each. */
final class Texts {
    private Texts() {}

    static List<String> ofPersonas() throws IOException {
        var texts = new ArrayList<String>();
        for (var name : Persona.ALL)
            Persona.named(name).says().ifPresent(said -> said.values().forEach(answer -> texts.addAll(answer.words())));
        return texts;
    }

    /** Files as QMSum has them: {@code meeting_transcripts: [{speaker, content}]}. */
    static List<String> ofMeetings(List<Path> files) throws IOException {
        var texts = new ArrayList<String>();
        for (var file : files)
            for (var turn : WireFormat.mapper().readTree(Files.readString(file)).path("meeting_transcripts")) {
                var text = turn.path("content").asString("").strip();
                if (!text.isEmpty()) texts.add(text);
            }
        return texts;
    }
}
