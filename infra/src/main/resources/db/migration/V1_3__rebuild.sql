-- A view is rebuilt in a schema of its own, beside the one that people read, and then takes its place. Both steps are the owner's.

-- An empty table like the live one: columns, constraints and indexes under their own names, policies, grants.
create procedure shadow_of(view text, shadow text) language plpgsql as $$
declare
    live regclass := format('parley.%I', view)::regclass;
    part record;
begin
    if exists (select from pg_constraint where contype = 'f' and (conrelid = live or confrelid = live)) then
        raise exception 'parley.% has foreign keys, which a rebuild cannot take along', view;
    end if;
    if exists (select from pg_trigger where tgrelid = live and not tgisinternal) then
        raise exception 'parley.% has triggers, which a rebuild cannot take along', view;
    end if;
    execute format('create table %I.%I (like parley.%I including all excluding indexes)', shadow, view, view);
    for part in select conname, pg_get_constraintdef(oid) as definition from pg_constraint
                where conrelid = live and contype in ('p', 'u', 'x') loop
        execute format('alter table %I.%I add constraint %I %s', shadow, view, part.conname, part.definition);
    end loop;
    for part in select pg_get_indexdef(i.indexrelid) as definition from pg_index i
                where i.indrelid = live and not exists (select from pg_constraint c where c.conindid = i.indexrelid) loop
        execute regexp_replace(part.definition, ' ON (ONLY )?[^ ]+ USING ', format(' ON %I.%I USING ', shadow, view));
    end loop;
    execute format('alter table %I.%I enable row level security', shadow, view);
    execute format('alter table %I.%I force row level security', shadow, view);
    for part in select * from pg_policies where schemaname = 'parley' and tablename = view loop
        execute format('create policy %I on %I.%I as %s for %s to %s', part.policyname, shadow, view, part.permissive, part.cmd,
                    (select string_agg(quote_ident(role), ', ') from unnest(part.roles) role))
            || coalesce(' using (' || part.qual || ')', '') || coalesce(' with check (' || part.with_check || ')', '');
    end loop;
    for part in select acl.privilege_type as privilege, acl.grantee::regrole::text as role
                from pg_class c, aclexplode(c.relacl) acl where c.oid = live and acl.grantee <> c.relowner loop
        execute format('grant %s on %I.%I to %s', part.privilege, shadow, view, part.role);
    end loop;
end $$;

-- Readers wait for this as long as a catalogue change takes. What depends on the live table by its identity stops it; functions
-- with a text body find the new one by its name.
create procedure take_the_place_of(view text, shadow text) language plpgsql as $$
begin
    execute format('drop table parley.%I', view);
    execute format('alter table %I.%I set schema parley', shadow, view);
end $$;

revoke all on procedure shadow_of(text, text), take_the_place_of(text, text) from public;
