package dev.parley.query.deliveries;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.notification.NotificationQuery.DeliveryLine;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.api.template.WordedBy;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import io.r2dbc.spi.Readable;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads what was sent, newest first. */
@Component
final class DeliveryReader {
    private final TenantReads reads;

    DeliveryReader(TenantReads reads) {
        this.reads = reads;
    }

    Flux<DeliveryLine> newest(TenantId tenant, Optional<MeetingId> meeting, int limit) {
        return reads.many(
                tenant,
                database -> lines(database, meeting)
                        .bind("limit", limit)
                        .map(DeliveryReader::line)
                        .all());
    }

    private static GenericExecuteSpec lines(DatabaseClient database, Optional<MeetingId> meeting) {
        var order = " order by at desc, notification_id limit :limit";
        return meeting.map(id -> database.sql("select * from delivery where meeting_id = :meeting" + order)
                        .bind("meeting", id.value()))
                .orElseGet(() -> database.sql("select * from delivery" + order));
    }

    private static DeliveryLine line(Readable row) {
        var cells = new Cells(row);
        return new DeliveryLine(
                new NotificationId(cells.id("notification_id")),
                new MeetingId(cells.id("meeting_id")),
                cells.constant("kind", NotificationKind.class),
                cells.text("recipient_name"),
                cells.text("recipient_email"),
                cells.text("occasion"),
                cells.number("sequence"),
                cells.constant("state", State.class),
                cells.number("attempts"),
                cells.text("message_id"),
                cells.text("detail"),
                cells.maybeConstant("language", Language.class)
                        .map(language -> new WordedBy(language, cells.number("template_version"))),
                cells.instant("at"),
                cells.count("version"));
    }
}
