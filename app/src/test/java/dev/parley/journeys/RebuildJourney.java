package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    @Test
    void a_view_is_rebuilt_on_the_command_line_while_people_read_it() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            for (var name : new String[] {"Lena", "Lars", "Lou"})
                api.post("/leads", Map.of("name", name, "email", name + "@lead.test"));
            var before = api.get("/leads");

            var rebuilt = parley("rebuild", "leadboard");

            assertThat(rebuilt.words())
                    .contains("asking the server at " + app.parley().url())
                    .containsPattern("lead_board +3 rows, before 3; 0 new or changed, 0 gone or changed")
                    .contains("view.leadboard stands at position ");
            assertThat(rebuilt.code()).isZero();
            assertThat(api.get("/leads")).isEqualTo(before);
        }
    }

    @Test
    void a_view_that_does_not_exist_is_named_with_those_that_do() throws Exception {
        var refused = parley("rebuild", "nonsense");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.words())
                .contains("there is no view nonsense; there are agenda, ")
                .contains("leadboard");
    }

    @Test
    void whoever_is_no_admin_is_told_so() throws Exception {
        var refused = parley("rebuild", "leadboard", "--user", "sales@demo.test");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.words()).contains("403").doesNotContain("stands at position");
    }

    private record Said(int code, String words) {}

    private static Said parley(String... words) throws Exception {
        var process = app.parley().verb(words);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), said);
    }
}
