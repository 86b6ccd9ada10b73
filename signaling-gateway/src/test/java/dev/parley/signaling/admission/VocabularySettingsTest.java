package dev.parley.signaling.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.TenantId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VocabularySettingsTest {
    private static final TenantId ours = new TenantId(UUID.fromString("0199c8e2-5a3b-7c4d-8e9f-0123456789ab"));
    private static final TenantId theirs = new TenantId(UUID.fromString("0199c8e2-5a3b-7c4d-8e9f-0123456789ac"));

    @Test
    void names_are_per_tenant_however_its_id_is_written() {
        var dashed = bound(Map.of(
                "parley.vocabulary.everybody", "Parley", "parley.vocabulary.tenants." + ours, "Quetzal, Parley"));
        var plain = bound(Map.of("parley.vocabulary.tenants.0199c8e25a3b7c4d8e9f0123456789ab", "Quetzal"));

        assertThat(dashed.of(ours)).containsExactly("Parley", "Quetzal");
        assertThat(dashed.of(theirs)).containsExactly("Parley");
        assertThat(plain.of(ours)).containsExactly("Quetzal");
        assertThat(plain.of(theirs)).isEmpty();
    }

    @Test
    void more_than_engines_take_is_refused_at_the_start() {
        assertThatThrownBy(() -> new VocabularySettings(Collections.nCopies(101, "name"), Map.of()))
                .hasMessageContaining("at most 100");
        assertThatThrownBy(() -> new VocabularySettings(List.of("x".repeat(61)), Map.of()))
                .hasMessageContaining("at most 60");
    }

    private static VocabularySettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("parley.vocabulary", VocabularySettings.class);
    }
}
