package dev.parley.query.preferences;

import dev.parley.api.TenantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceQuery.KindLine;
import dev.parley.api.preference.PreferenceQuery.MailPolicy;
import dev.parley.api.preference.PreferenceQuery.MyPreferences;
import dev.parley.api.preference.PreferencesId;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what somebody wants; whoever never said anything wants everything. */
@Component
final class PreferenceReader {
    private final TenantReads reads;

    PreferenceReader(TenantReads reads) {
        this.reads = reads;
    }

    /** @param version of the stream; empty where nothing was ever said */
    record Said(Optional<Language> language, List<NotificationKind> declined, boolean approval, OptionalLong version) {
        private static final Said NOTHING = new Said(Optional.empty(), List.of(), false, OptionalLong.empty());

        MyPreferences preferences() {
            return new MyPreferences(
                    language,
                    Stream.of(NotificationKind.values())
                            .map(kind -> new KindLine(kind, !declined.contains(kind), kind.isCourtesy()))
                            .toList());
        }

        MailPolicy policy() {
            return new MailPolicy(approval);
        }
    }

    Mono<Said> find(TenantId tenant, PreferencesId id) {
        return reads.one(
                        tenant,
                        database -> database.sql("select * from preferences where preferences_id = :id")
                                .bind("id", id.value())
                                .map(PreferenceReader::said)
                                .one())
                .defaultIfEmpty(Said.NOTHING);
    }

    private static Said said(Readable row) {
        var cells = new Cells(row);
        return new Said(
                cells.maybeConstant("language", Language.class),
                cells.list("declined", NotificationKind.class),
                cells.flag("summary_needs_approval"),
                OptionalLong.of(cells.count("version")));
    }
}
