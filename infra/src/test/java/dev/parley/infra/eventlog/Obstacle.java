package dev.parley.infra.eventlog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Something in the database that happens while a row is inserted: a full disk, a slow one, an ear at the door. */
final class Obstacle implements AutoCloseable {
    private final JdbcClient superuser;

    /** @param body in PL/pgSQL; {@code new} is the row */
    static Obstacle put(JdbcClient superuser, String body) {
        superuser.sql("""
                        create or replace function public.obstacle() returns trigger security definer language plpgsql as $$
                        begin
                            %s
                            return new;
                        end $$""".formatted(body)).update();
        superuser
                .sql(
                        "create or replace trigger obstacle before insert on parley.event_log for each row execute function public.obstacle()")
                .update();
        return new Obstacle(superuser);
    }

    private Obstacle(JdbcClient superuser) {
        this.superuser = superuser;
    }

    @Override
    public void close() {
        superuser.sql("drop trigger obstacle on parley.event_log").update();
    }
}
