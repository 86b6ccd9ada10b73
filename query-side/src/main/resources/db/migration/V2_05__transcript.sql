-- What was said, line by line, and how it is found again.

create table transcript_meeting (
    tenant_id  uuid   not null,
    meeting_id uuid   not null,
    version    bigint not null,
    title      text   not null,
    lead_id    uuid   not null,
    started_at timestamptz,
    primary key (tenant_id, meeting_id)
);

create table transcript_line (
    tenant_id    uuid        not null,
    meeting_id   uuid        not null,
    segment_id   uuid        not null,
    sequence     bigint      not null,
    number       bigint      not null,
    speaker      uuid        not null,
    speaker_name text        not null,
    speaker_role text        not null,
    text         text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz not null,
    source       text        not null,
    corrected    boolean     not null default false,
    words        tsvector    not null generated always as (to_tsvector('english', text)) stored,
    primary key (tenant_id, meeting_id, segment_id)
);
create unique index transcript_line_by_number on transcript_line (tenant_id, meeting_id, number);
create index transcript_line_by_time on transcript_line (tenant_id, meeting_id, started_at, number);
create index transcript_line_by_words on transcript_line using gin (words);

call view_of_tenant('transcript_meeting', 'view.transcripts');
call view_of_tenant('transcript_line', 'view.transcripts');

-- Names are found although they are written a little wrong, where the server has trigrams; otherwise as parts of the name.
do $$
begin
    create extension if not exists pg_trgm;
    -- On a managed server somebody may have put the extension into public already.
    perform set_config('search_path', 'parley, public', true);
    create function sounds_like(name text, wanted text) returns boolean language sql immutable as
        'select position(lower(wanted) in lower(name)) > 0 or word_similarity(lower(wanted), lower(name)) >= 0.5';
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_function then
    create function sounds_like(name text, wanted text) returns boolean language sql immutable as
        'select position(lower(wanted) in lower(name)) > 0';
end $$;

-- The same words with "or" between them; nothing where a word was forbidden, because then almost all lines would do.
create function any_of(wanted tsquery) returns tsquery language sql immutable as $$
    select case when position('!' in wanted::text) > 0 then null
                else replace(wanted::text, ' & ', ' | ')::tsquery end
$$;

-- Under row level security PostgreSQL must not evaluate @@ before it has looked at the tenant, because @@ is not marked
-- leakproof, and so never uses the index of the words. This function runs as the owner, whom a policy of its own lets read,
-- and looks at the tenant itself.
create policy search on transcript_line for select to parley_owner using (true);
create function lines_with(wanted tsquery, unwanted tsquery, of_lead uuid, by_id uuid, by_name text,
                           since timestamptz, until timestamptz, at_most integer)
returns table (meeting_id uuid, segment_id uuid, number bigint, speaker_name text, started_at timestamptz, text text, rank real)
language plpgsql stable rows 20 security definer set search_path = parley, public, pg_temp
set plan_cache_mode = force_custom_plan -- what was not asked for falls out of the plan, and rare words are seen to be rare
as $$
#variable_conflict use_column
begin
    return query
    select l.meeting_id, l.segment_id, l.number, l.speaker_name, l.started_at, l.text, ts_rank(l.words, wanted, 1) as rank
    from transcript_line l
    where l.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
      and l.words @@ wanted
      and (unwanted is null or not l.words @@ unwanted)
      and (of_lead is null or l.meeting_id in (
              select m.meeting_id from transcript_meeting m where m.tenant_id = l.tenant_id and m.lead_id = of_lead))
      and (by_id is null or l.speaker = by_id)
      and (by_name is null or sounds_like(l.speaker_name, by_name))
      and (since is null or l.started_at >= since)
      and (until is null or l.started_at < until)
    order by rank desc, l.started_at desc, l.number desc
    limit at_most;
end $$;
create policy search on transcript_meeting for select to parley_owner using (true);
revoke all on function lines_with(tsquery, tsquery, uuid, uuid, text, timestamptz, timestamptz, integer) from public;
grant execute on function lines_with(tsquery, tsquery, uuid, uuid, text, timestamptz, timestamptz, integer) to parley_query;
