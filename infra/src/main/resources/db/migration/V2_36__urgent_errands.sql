-- What people in a room wait for goes before mail: db-scheduler asks by priority, then by time. 50 is its usual one.

update errand set priority = 50 where priority is null;
create index errand_by_urgency on errand (priority desc, execution_time);
