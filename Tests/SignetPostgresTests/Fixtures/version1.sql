
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.signet_alias (
    original text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    node bigint NOT NULL,
    family text NOT NULL
);

CREATE TABLE public.signet_change (
    number bigint NOT NULL,
    sequence bigint,
    event smallint NOT NULL,
    core uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    owner bigint NOT NULL,
    "time" bigint NOT NULL
);

ALTER TABLE public.signet_change ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.signet_change_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.signet_edge (
    parent bigint NOT NULL,
    child bigint NOT NULL
);

CREATE TABLE public.signet_holder (
    holder uuid NOT NULL,
    deadline bigint NOT NULL
);

CREATE TABLE public.signet_lease (
    pool text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    token bigint NOT NULL,
    deadline bigint NOT NULL,
    mark bigint NOT NULL
);

CREATE TABLE public.signet_lease_pool (
    pool text NOT NULL COLLATE pg_catalog."C",
    last bigint NOT NULL
);

CREATE TABLE public.signet_migration (
    area text NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    statements text NOT NULL,
    taken_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.signet_node (
    number bigint NOT NULL,
    core uuid NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    owner bigint NOT NULL,
    state smallint NOT NULL,
    created bigint NOT NULL,
    touched bigint NOT NULL,
    lifetime bigint NOT NULL,
    ended bigint,
    due bigint NOT NULL,
    holder uuid,
    parents text NOT NULL,
    metadata text NOT NULL,
    mark bigint NOT NULL
);

CREATE SEQUENCE public.signet_node_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.signet_order (
    last bigint NOT NULL,
    forgotten bigint NOT NULL
);

CREATE TABLE public.signet_owner (
    number bigint NOT NULL,
    tenant text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);

ALTER TABLE public.signet_owner ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.signet_owner_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.signet_tally (
    owner bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    active bigint NOT NULL
);

INSERT INTO public.signet_alias VALUES
	('thread_chat_0_ab12cd34', 'thread', 5, 'counter'),
	('thread_chat_1_ab12cd34', 'thread', 8, 'counter'),
	('thread_chat_2_ab12cd34', 'thread', 11, 'counter'),
	('thread_chat_3_ab12cd34', 'thread', 14, 'counter'),
	('thread_chat_4_ab12cd34', 'thread', 17, 'counter'),
	('thread_chat_5_ab12cd34', 'thread', 20, 'counter'),
	('thread_chat_6_ab12cd34', 'thread', 23, 'counter'),
	('thread_chat_7_ab12cd34', 'thread', 26, 'counter');

INSERT INTO public.signet_change OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 0, '01a200b4-7c8e-71dd-932d-50511fa71d49', 'session', 1, 1795308158094),
	(2, 2, 0, '01a200b4-7c8e-71dd-943c-91af668fbb1c', 'ws_conn', 1, 1795308158094),
	(3, 3, 0, '12345678-0000-8000-8000-000074eb6dc5', 'thread', 1, 1795308158099),
	(4, 4, 1, '01a200b4-7c8e-71dd-932d-50511fa71d49', 'session', 1, 1795308158099),
	(5, 5, 1, '01a200b4-7c8e-71dd-943c-91af668fbb1c', 'ws_conn', 1, 1795308158099),
	(6, 6, 0, '01a200b4-7c95-7164-8d52-b00ee434145f', 'session', 1, 1795308158101),
	(7, 7, 0, '01a200b4-7c95-7164-8ed5-78a73eb65f55', 'ws_conn', 1, 1795308158101),
	(8, 8, 0, '12345678-0000-8000-8000-00006934dee4', 'thread', 1, 1795308158102),
	(9, 9, 0, '01a200b4-7c98-7372-b682-876f0af10f0b', 'session', 1, 1795308158104),
	(10, 10, 0, '01a200b4-7c98-7372-b762-360d2b847feb', 'ws_conn', 1, 1795308158104),
	(11, 11, 0, '12345678-0000-8000-8000-00005d7e5003', 'thread', 1, 1795308158105),
	(12, 12, 1, '01a200b4-7c98-7372-b682-876f0af10f0b', 'session', 1, 1795308158105),
	(13, 13, 1, '01a200b4-7c98-7372-b762-360d2b847feb', 'ws_conn', 1, 1795308158105),
	(14, 14, 0, '01a200b4-7c9b-7521-b1a9-04b6cdc85e0b', 'session', 1, 1795308158107),
	(15, 15, 0, '01a200b4-7c9b-7521-b2e7-2b37b1611aa3', 'ws_conn', 1, 1795308158107),
	(16, 16, 0, '12345678-0000-8000-8000-000051c7c122', 'thread', 1, 1795308158107),
	(17, NULL, 0, '01a200b4-7c9d-744e-ae2b-c1044ec740a9', 'session', 1, 1795308158109),
	(18, NULL, 0, '01a200b4-7c9d-744e-afce-61d5f0b6260d', 'ws_conn', 1, 1795308158109),
	(19, NULL, 0, '12345678-0000-8000-8000-000046113241', 'thread', 1, 1795308158110),
	(20, NULL, 1, '01a200b4-7c9d-744e-ae2b-c1044ec740a9', 'session', 1, 1795308158110),
	(21, NULL, 1, '01a200b4-7c9d-744e-afce-61d5f0b6260d', 'ws_conn', 1, 1795308158110),
	(22, NULL, 0, '01a200b4-7c9f-7504-a6c3-2e29770fe96d', 'session', 1, 1795308158111),
	(23, NULL, 0, '01a200b4-7c9f-7504-a729-babca1deca28', 'ws_conn', 1, 1795308158111),
	(24, NULL, 0, '12345678-0000-8000-8000-00003a5aa360', 'thread', 1, 1795308158111),
	(25, NULL, 0, '01a200b4-7ca0-756a-83e0-b6ae2c9b8994', 'session', 1, 1795308158112),
	(26, NULL, 0, '01a200b4-7ca0-756a-845b-c4df6d1d7208', 'ws_conn', 1, 1795308158112),
	(27, NULL, 0, '12345678-0000-8000-8000-00002ea4147f', 'thread', 1, 1795308158112),
	(28, NULL, 1, '01a200b4-7ca0-756a-83e0-b6ae2c9b8994', 'session', 1, 1795308158113),
	(29, NULL, 1, '01a200b4-7ca0-756a-845b-c4df6d1d7208', 'ws_conn', 1, 1795308158113),
	(30, NULL, 0, '01a200b4-7ca1-7222-ac10-9a0b2ab08728', 'session', 1, 1795308158113),
	(31, NULL, 0, '01a200b4-7ca1-7222-ad67-71fd39c5ae45', 'ws_conn', 1, 1795308158113),
	(32, NULL, 0, '12345678-0000-8000-8000-000022ed859e', 'thread', 1, 1795308158114),
	(33, NULL, 1, '01a200b4-7c95-7164-8ed5-78a73eb65f55', 'ws_conn', 1, 1795308158114),
	(34, NULL, 1, '01a200b4-7c9b-7521-b2e7-2b37b1611aa3', 'ws_conn', 1, 1795308158114),
	(35, NULL, 1, '01a200b4-7c9f-7504-a729-babca1deca28', 'ws_conn', 1, 1795308158114),
	(36, NULL, 1, '01a200b4-7ca1-7222-ad67-71fd39c5ae45', 'ws_conn', 1, 1795308158114);

INSERT INTO public.signet_edge VALUES
	(3, 4),
	(6, 7),
	(9, 10),
	(12, 13),
	(15, 16),
	(18, 19),
	(21, 22),
	(24, 25);

INSERT INTO public.signet_lease_pool VALUES
	('node', 1);

INSERT INTO public.signet_migration VALUES
	('registry', 1, 'registry and leases', 'CREATE TABLE signet_owner (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    UNIQUE (tenant, name)
);
CREATE SEQUENCE signet_node_number;
CREATE TABLE signet_node (
    number bigint PRIMARY KEY,
    core uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    owner bigint NOT NULL REFERENCES signet_owner,
    state smallint NOT NULL,
    created bigint NOT NULL,
    touched bigint NOT NULL,
    lifetime bigint NOT NULL,
    ended bigint,
    due bigint NOT NULL,
    holder uuid,
    parents text NOT NULL,
    metadata text NOT NULL,
    mark bigint NOT NULL,
    UNIQUE (core, kind)
);
CREATE INDEX signet_node_owner ON signet_node (owner, core, kind);
CREATE INDEX signet_node_due ON signet_node (due);
CREATE INDEX signet_node_holder ON signet_node (holder) WHERE holder IS NOT NULL;
CREATE TABLE signet_edge (
    parent bigint NOT NULL,
    child bigint NOT NULL,
    PRIMARY KEY (parent, child)
);
CREATE INDEX signet_edge_child ON signet_edge (child);
CREATE TABLE signet_tally (
    owner bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    active bigint NOT NULL,
    PRIMARY KEY (owner, kind)
);
CREATE TABLE signet_alias (
    original text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    node bigint NOT NULL,
    family text NOT NULL,
    PRIMARY KEY (original, kind)
);
CREATE INDEX signet_alias_node ON signet_alias (node);
CREATE TABLE signet_holder (holder uuid PRIMARY KEY, deadline bigint NOT NULL);
CREATE INDEX signet_holder_deadline ON signet_holder (deadline);
CREATE TABLE signet_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sequence bigint UNIQUE,
    event smallint NOT NULL,
    core uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    owner bigint NOT NULL,
    time bigint NOT NULL
);
CREATE INDEX signet_change_fresh ON signet_change (number) WHERE sequence IS NULL;
CREATE INDEX signet_change_owner ON signet_change (owner, sequence);
CREATE TABLE signet_order (last bigint NOT NULL, forgotten bigint NOT NULL);
INSERT INTO signet_order VALUES (0, 0);
CREATE TABLE signet_lease_pool (
    pool text COLLATE "C" PRIMARY KEY,
    last bigint NOT NULL
);
CREATE TABLE signet_lease (
    pool text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    token bigint NOT NULL,
    deadline bigint NOT NULL,
    mark bigint NOT NULL,
    PRIMARY KEY (pool, number)
)', '2026-11-22 00:42:38.081236+00');

INSERT INTO public.signet_node VALUES
	(5, '12345678-0000-8000-8000-000074eb6dc5', 'thread', 1, 0, 1795308158099, 1795308158099, 3600000, NULL, 1795311758099, NULL, '', '', 3577590470006175723),
	(3, '01a200b4-7c8e-71dd-932d-50511fa71d49', 'session', 1, 1, 1795308158094, 1795308158094, 3600000, 1795308158099, 1795311758099, NULL, '', '{"process":"25212"}', 4151210929354327412),
	(4, '01a200b4-7c8e-71dd-943c-91af668fbb1c', 'ws_conn', 1, 1, 1795308158094, 1795308158094, 3600000, 1795308158099, 1795311758099, NULL, 'session/01a200b4-7c8e-71dd-932d-50511fa71d49', '{"process":"25212"}', 4151210929354327412),
	(6, '01a200b4-7c95-7164-8d52-b00ee434145f', 'session', 1, 0, 1795308158101, 1795308158101, 3600000, NULL, 1795311758101, NULL, '', '{"process":"25212"}', 8036239614986271255),
	(8, '12345678-0000-8000-8000-00006934dee4', 'thread', 1, 0, 1795308158102, 1795308158102, 3600000, NULL, 1795311758102, NULL, '', '', 7386272437057310069),
	(11, '12345678-0000-8000-8000-00005d7e5003', 'thread', 1, 0, 1795308158105, 1795308158105, 3600000, NULL, 1795311758105, NULL, '', '', 377129739008693828),
	(9, '01a200b4-7c98-7372-b682-876f0af10f0b', 'session', 1, 1, 1795308158104, 1795308158104, 3600000, 1795308158105, 1795311758105, NULL, '', '{"process":"25212"}', 56988709628247241),
	(10, '01a200b4-7c98-7372-b762-360d2b847feb', 'ws_conn', 1, 1, 1795308158104, 1795308158104, 3600000, 1795308158105, 1795311758105, NULL, 'session/01a200b4-7c98-7372-b682-876f0af10f0b', '{"process":"25212"}', 56988709628247241),
	(12, '01a200b4-7c9b-7521-b1a9-04b6cdc85e0b', 'session', 1, 0, 1795308158107, 1795308158107, 3600000, NULL, 1795311758107, NULL, '', '{"process":"25212"}', 8056173857981935016),
	(14, '12345678-0000-8000-8000-000051c7c122', 'thread', 1, 0, 1795308158107, 1795308158107, 3600000, NULL, 1795311758107, NULL, '', '', 652523249364725384),
	(17, '12345678-0000-8000-8000-000046113241', 'thread', 1, 0, 1795308158110, 1795308158110, 3600000, NULL, 1795311758110, NULL, '', '', 4087436665266301424),
	(15, '01a200b4-7c9d-744e-ae2b-c1044ec740a9', 'session', 1, 1, 1795308158109, 1795308158109, 3600000, 1795308158110, 1795311758110, NULL, '', '{"process":"25212"}', 4289171455767151248),
	(16, '01a200b4-7c9d-744e-afce-61d5f0b6260d', 'ws_conn', 1, 1, 1795308158109, 1795308158109, 3600000, 1795308158110, 1795311758110, NULL, 'session/01a200b4-7c9d-744e-ae2b-c1044ec740a9', '{"process":"25212"}', 4289171455767151248),
	(18, '01a200b4-7c9f-7504-a6c3-2e29770fe96d', 'session', 1, 0, 1795308158111, 1795308158111, 3600000, NULL, 1795311758111, NULL, '', '{"process":"25212"}', 3330307022436306022),
	(20, '12345678-0000-8000-8000-00003a5aa360', 'thread', 1, 0, 1795308158111, 1795308158111, 3600000, NULL, 1795311758111, NULL, '', '', 7350859698663881989),
	(23, '12345678-0000-8000-8000-00002ea4147f', 'thread', 1, 0, 1795308158112, 1795308158112, 3600000, NULL, 1795311758112, NULL, '', '', 6380520223720293683),
	(21, '01a200b4-7ca0-756a-83e0-b6ae2c9b8994', 'session', 1, 1, 1795308158112, 1795308158112, 3600000, 1795308158113, 1795311758113, NULL, '', '{"process":"25212"}', 4751676925151098099),
	(22, '01a200b4-7ca0-756a-845b-c4df6d1d7208', 'ws_conn', 1, 1, 1795308158112, 1795308158112, 3600000, 1795308158113, 1795311758113, NULL, 'session/01a200b4-7ca0-756a-83e0-b6ae2c9b8994', '{"process":"25212"}', 4751676925151098099),
	(24, '01a200b4-7ca1-7222-ac10-9a0b2ab08728', 'session', 1, 0, 1795308158113, 1795308158113, 3600000, NULL, 1795311758113, NULL, '', '{"process":"25212"}', 6886844099029189855),
	(26, '12345678-0000-8000-8000-000022ed859e', 'thread', 1, 0, 1795308158114, 1795308158114, 3600000, NULL, 1795311758114, NULL, '', '', 1119011940650791794),
	(7, '01a200b4-7c95-7164-8ed5-78a73eb65f55', 'ws_conn', 1, 1, 1795308158101, 1795308158101, 3600000, 1795308158114, 1795311758114, NULL, 'session/01a200b4-7c95-7164-8d52-b00ee434145f', '{"process":"25212"}', 7317475832330099271),
	(13, '01a200b4-7c9b-7521-b2e7-2b37b1611aa3', 'ws_conn', 1, 1, 1795308158107, 1795308158107, 3600000, 1795308158114, 1795311758114, NULL, 'session/01a200b4-7c9b-7521-b1a9-04b6cdc85e0b', '{"process":"25212"}', 7317475832330099271),
	(19, '01a200b4-7c9f-7504-a729-babca1deca28', 'ws_conn', 1, 1, 1795308158111, 1795308158111, 3600000, 1795308158114, 1795311758114, NULL, 'session/01a200b4-7c9f-7504-a6c3-2e29770fe96d', '{"process":"25212"}', 7317475832330099271),
	(25, '01a200b4-7ca1-7222-ad67-71fd39c5ae45', 'ws_conn', 1, 1, 1795308158113, 1795308158113, 3600000, 1795308158114, 1795311758114, NULL, 'session/01a200b4-7ca1-7222-ac10-9a0b2ab08728', '{"process":"25212"}', 7317475832330099271);

INSERT INTO public.signet_order VALUES
	(16, 0);

INSERT INTO public.signet_owner OVERRIDING SYSTEM VALUE VALUES
	(1, 'acme', 'shared');

INSERT INTO public.signet_tally VALUES
	(1, 'session', 4),
	(1, 'thread', 8),
	(1, 'ws_conn', 0);

SELECT pg_catalog.setval('public.signet_change_number_seq', 36, true);

SELECT pg_catalog.setval('public.signet_node_number', 26, true);

SELECT pg_catalog.setval('public.signet_owner_number_seq', 1, true);

ALTER TABLE ONLY public.signet_alias
    ADD CONSTRAINT signet_alias_pkey PRIMARY KEY (original, kind);

ALTER TABLE ONLY public.signet_change
    ADD CONSTRAINT signet_change_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.signet_change
    ADD CONSTRAINT signet_change_sequence_key UNIQUE (sequence);

ALTER TABLE ONLY public.signet_edge
    ADD CONSTRAINT signet_edge_pkey PRIMARY KEY (parent, child);

ALTER TABLE ONLY public.signet_holder
    ADD CONSTRAINT signet_holder_pkey PRIMARY KEY (holder);

ALTER TABLE ONLY public.signet_lease
    ADD CONSTRAINT signet_lease_pkey PRIMARY KEY (pool, number);

ALTER TABLE ONLY public.signet_lease_pool
    ADD CONSTRAINT signet_lease_pool_pkey PRIMARY KEY (pool);

ALTER TABLE ONLY public.signet_migration
    ADD CONSTRAINT signet_migration_pkey PRIMARY KEY (area, version);

ALTER TABLE ONLY public.signet_node
    ADD CONSTRAINT signet_node_core_kind_key UNIQUE (core, kind);

ALTER TABLE ONLY public.signet_node
    ADD CONSTRAINT signet_node_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.signet_owner
    ADD CONSTRAINT signet_owner_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.signet_owner
    ADD CONSTRAINT signet_owner_tenant_name_key UNIQUE (tenant, name);

ALTER TABLE ONLY public.signet_tally
    ADD CONSTRAINT signet_tally_pkey PRIMARY KEY (owner, kind);

CREATE INDEX signet_alias_node ON public.signet_alias USING btree (node);

CREATE INDEX signet_change_fresh ON public.signet_change USING btree (number) WHERE (sequence IS NULL);

CREATE INDEX signet_change_owner ON public.signet_change USING btree (owner, sequence);

CREATE INDEX signet_edge_child ON public.signet_edge USING btree (child);

CREATE INDEX signet_holder_deadline ON public.signet_holder USING btree (deadline);

CREATE INDEX signet_node_due ON public.signet_node USING btree (due);

CREATE INDEX signet_node_holder ON public.signet_node USING btree (holder) WHERE (holder IS NOT NULL);

CREATE INDEX signet_node_owner ON public.signet_node USING btree (owner, core, kind);

ALTER TABLE ONLY public.signet_node
    ADD CONSTRAINT signet_node_owner_fkey FOREIGN KEY (owner) REFERENCES public.signet_owner(number);

