package dev.parley.infra.library;

import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view of the books, which cannot digest every title. */
@ProcessingGroup("view.shelf")
public class Shelf {
    /** Titles that break a statement, until somebody teaches the shelf better. */
    public static volatile boolean knowsPoison;

    /** How often the database will be in trouble before it is well again. */
    public static volatile int troubles;

    private final JdbcClient sql;

    public Shelf(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** As a migration would. */
    public static void create(DataSource owner) {
        var sql = JdbcClient.create(owner);
        for (var statement : List.of(
                "create table parley.shelf (id text primary key, tenant_id uuid not null, title text not null, changes int not null)",
                "alter table parley.shelf owner to parley_owner",
                "create index shelf_by_title on parley.shelf (tenant_id, title)",
                "call parley.view_of_tenant('parley.shelf', 'view.shelf')"))
            sql.sql(statement).update();
    }

    @EventHandler
    void on(QuestionSetDrafted event) throws SQLException {
        sql.sql("insert into shelf values (?, ?, ?, 0)")
                .params(event.questionSetId().toString(), event.tenant().value(), event.title())
                .update();
        digest(event.title());
    }

    @EventHandler
    void on(QuestionSetRevised event) throws SQLException {
        digest(event.title());
        sql.sql("update shelf set title = ?, changes = changes + 1 where id = ?")
                .params(event.title(), event.questionSetId().toString())
                .update();
    }

    private void digest(String title) throws SQLException {
        if (title.equals("Poison") && !knowsPoison)
            sql.sql("select 1 / 0").query(Integer.class).single();
        if (title.equals("Trouble") && troubles-- > 0) throw new SQLException("terminating connection", "57P01");
    }
}
