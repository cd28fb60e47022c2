-- A file as the first released version leaves it. Never changed: every later version must open it.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "deliveries" ("key" text primary key, "at" bigint not null);
CREATE INDEX "deliveries_at" on "deliveries" ("at");
CREATE TABLE "conversations" ("team" text not null, "channel" text not null, "root" text not null, "value" text not null, "used_at" bigint not null, constraint "conversations_key" primary key ("team", "channel", "root"));
CREATE INDEX "conversations_used_at" on "conversations" ("used_at");
CREATE TABLE "feedback" ("team" text not null, "channel" text not null, "message" text not null, "user" text not null, "vote" text not null, "question" text not null, "fact_ids" text not null, "at" bigint not null, constraint "feedback_key" primary key ("team", "channel", "message", "user"));
CREATE TABLE "gaps" ("id" text primary key, "question" text not null, "at" bigint not null, "team" text not null, "channel" text not null, "thread" text, "offered" text not null, "kind" text not null);
CREATE INDEX "gaps_at" on "gaps" ("at");
INSERT INTO kysely_migration VALUES ('0001_first', '2026-11-23T05:37:48.858Z');
INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO deliveries VALUES ('Ev1', 1935748800000);
INSERT INTO conversations VALUES ('T1', 'C1', '1900000000.000100', '{"given":["berths-total"],"latest":["berths-total"],"question":"how many berths?","kinds":["how-many"],"terms":["berth"],"entities":["pier"]}', 1935748800000);
INSERT INTO feedback VALUES ('T1', 'C1', '1900000000.000200', 'U1', 'up', 'how many berths?', '["berths-total"]', 1935748800000);
INSERT INTO gaps VALUES ('g1', 'who paid?', 1935748800000, 'T1', 'C1', '1900000000.000100', '["When was the pier opened?"]', 'unknown');
