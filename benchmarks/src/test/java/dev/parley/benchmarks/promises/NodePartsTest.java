package dev.parley.benchmarks.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.benchmarks.Database;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NodePartsTest {
    @Test
    void a_node_that_promises_are_tried_with_still_starts_with_its_views() throws Exception {
        try (var database = new Database();
                var node = NodeParts.start(List.of("--parley.database.url=" + database.url()))) {
            assertThat(node.getBean(EventProcessingConfiguration.class).eventProcessors())
                    .containsKey(Tally.GROUP);
        }
    }
}
