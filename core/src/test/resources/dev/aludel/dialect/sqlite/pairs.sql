-- Two states of a schema, and rows between: see SqlitePairsTest.
=== a table comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer);
=== a column comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, email varchar(100));
=== a column with a constant default comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, status varchar(9) not null default 'new');
=== a column with a computed default comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, made text not null default (date('now') || 'x'));
=== a column with current_timestamp comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, made timestamp not null default current_timestamp);
=== a virtual column comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, age int generated always as (2000 - born) virtual);
=== a stored column comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, age int generated always as (2000 - born) stored);
=== a computed column changes
create table t (a int, b int as (a + 1), c int as (a * 2) stored);
=== rows
insert into t (rowid, a) values (4, 7);
=== new
create table t (a int, b int as (a + 2), c int as (a * 2));
=== a column goes that a check stands on
create table t (a int, b int check (b > 0), check (a <> 3));
=== rows
insert into t values (1, 2);
=== new
create table t (a int, check (a <> 3));
=== a column goes that an index stands on
create table author (id integer primary key, name text, born int);
create index ix_born on author (born);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text);
=== a column goes that is unique
create table t (a int, b int unique);
=== rows
insert into t values (1, 2);
=== new
create table t (a int);
=== a type changes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name varchar(50), born bigint);
=== a type in other letters is the same, its length is not
create table t (a VARCHAR(20), b  Decimal ( 10 , 2 ), c);
=== rows
insert into t values ('x', 1.5, 2);
=== new
create table t (a varchar(30), b decimal(10,2), c);
=== a column without a type gets one
create table t (a, b);
=== rows
insert into t values (1, 'x');
=== new
create table t (a integer, b blob);
=== not null
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text not null, born int);
=== not null in table with a foreign key to it
create table author (id integer primary key, name text, born int);
create table book (id integer primary key, author_id integer references author (id) on delete cascade);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
insert into book values (7, 1);
=== new
create table author (id integer primary key, name text not null, born int);
create table book (id integer primary key, author_id integer references author (id) on delete cascade);
=== a default
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text default 'nobody', born int default -1);
=== defaults of all kinds
create table t (a int default 1, b text default 'it''s', c real default -1.5, d blob default X'00FF', e text default current_date, f int default (1 + 2), g text default null, h boolean default 1);
=== rows
insert into t (a) values (1);
=== new
create table t (a int default 2, b text default 'its', c real default +1.5, d blob default X'00FE', e text default current_time, f int default (abs(-2)), g text default 'g', h boolean default 0);
=== a collation
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text collate nocase, born int);
=== a collation goes on another column
create table t (a text collate rtrim, b text);
=== rows
insert into t values ('x', 'y');
=== new
create table t (a text, b text collate NOCASE);
=== a unique constraint
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, constraint uk_name unique (name));
=== a unique constraint without a name
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text unique, born int);
=== a unique constraint over two columns
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, unique (name, born));
=== a unique constraint on conflict
create table t (a int, b int, unique (a));
=== rows
insert into t values (1, 2);
=== new
create table t (a int not null on conflict ignore, b int, unique (a) on conflict replace);
=== a constraint has another name
create table t (a int, constraint one unique (a), constraint ck check (a > 0));
=== rows
insert into t values (1);
=== new
create table t (a int, constraint two unique (a), constraint kc check (a > 0));
=== a check
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int, constraint ck_born check (born > 1000));
=== a check of a column
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int check (born > 1000 and name <> ''));
=== a check with strings and names in quotes
create table t ("group" int, [a b] text, `c` int);
=== rows
insert into t values (1, 'x', 2);
=== new
create table t ("group" int, [a b] text, `c` int, check ("group" > 0 and [a b] in ('x', 'it''s') and `c` between 1 and 5));
=== a check that names its table
create table t (a int, b int);
=== rows
insert into t values (1, 2);
=== new
create table t (a int, b int, c int as (a + 1), check (t.a < t.b));
=== two checks without names
create table t (a int, check (a > 0));
=== rows
insert into t values (1);
=== new
create table t (a int, check (a > 0), check (a < 9));
=== a foreign key
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
insert into book (id, title, author_id) values (5, 'One', 1);
insert into book (id, title, author_id) values (9, 'Two', 2);
=== new
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer, constraint fk_author foreign key (author_id) references author (id) on delete set null on update cascade);
=== a foreign key of a column
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
insert into book (id, title, author_id) values (5, 'One', 1);
insert into book (id, title, author_id) values (9, 'Two', 2);
=== new
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer references author);
=== a foreign key changes what it does
create table author (id integer primary key, name text, born int);
create table b (a integer references author (id) on delete cascade);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
insert into b (rowid, a) values (4, 1);
=== new
create table author (id integer primary key, name text, born int);
create table b (a integer references author (id) on delete restrict deferrable initially deferred);
=== a foreign key to itself
create table node (id integer primary key, parent integer);
=== rows
insert into node values (1, null);
insert into node values (2, 1);
=== new
create table node (id integer primary key, parent integer references node (id) on delete cascade);
=== a foreign key over two columns
create table a (x int, y int, primary key (x, y));
create table b (x int, y int);
=== rows
insert into a values (1, 2);
insert into b values (1, 2);
=== new
create table a (x int, y int, primary key (x, y));
create table b (x int, y int, foreign key (x, y) references a (x, y));
=== tables that refer to one another
create table a (id integer primary key, b integer);
create table b (id integer primary key, a integer);
=== rows
insert into a values (1, 1);
insert into b values (1, 1);
=== new
create table a (id integer primary key, b integer references b (id));
create table b (id integer primary key, a integer references a (id));
=== a primary key comes
create table t (a text, b int);
=== rows
insert into t (rowid, a, b) values (5, 'x', 1);
=== new
create table t (a text not null, b int, primary key (a));
=== a primary key is another
create table t (a text not null, b text not null, primary key (a));
=== rows
insert into t (rowid, a, b) values (5, 'x', 'y');
=== new
create table t (a text not null, b text not null, constraint pk_t primary key (b, a));
=== a primary key becomes the number of the row
create table t (a int not null primary key, b text);
=== rows
insert into t (rowid, a, b) values (7, 7, 'x');
=== new
create table t (a integer not null primary key, b text);
=== numbers that are never used again
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key autoincrement, name text, born int);
=== without rowid
create table t (a text primary key, b int);
=== rows
insert into t values ('x', 1);
=== new
create table t (a text primary key, b int) without rowid;
=== strict
create table t (a text, b int);
=== rows
insert into t values ('x', 1);
=== new
create table t (a text, b int) strict;
=== strict and without rowid
create table t (a text primary key, b int) strict;
=== rows
insert into t values ('x', 1);
=== new
create table t (a text primary key, b int) without rowid, strict;
=== an index
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create index ix_name on author (name);
=== an index downwards and over an expression
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create unique index ix_name on author (name desc, lower(name), born + 1 desc);
=== an index over a part of the rows
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create index ix_name on author (name) where born is not null and name <> 'x';
=== an index in another order of letters
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create index ix_name on author (name collate nocase desc);
=== an index changes
create table author (id integer primary key, name text, born int);
create index ix on author (name);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create unique index ix on author (name, born);
=== an index has another name
create table author (id integer primary key, name text, born int);
create index ix on author (name);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create index ix_name on author (name);
=== a view comes
create table author (id integer primary key, name text, born int);
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create view names as select name from author where born > 1900;
=== a view with columns changes
create table author (id integer primary key, name text, born int);
create view names (n) as select name from author;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create view names (n, b) as select name, born from author;
=== a table under a view is made anew
create table author (id integer primary key, name text, born int);
create view names as select name from author;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int default 7);
create view names as select name from author;
=== a column under a view changes its type
create table author (id integer primary key, name text, born int);
create view names as select name from author;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name varchar(9), born int);
create view names as select name from author;
=== a view over a view
create table author (id integer primary key, name text, born int);
create view one as select name from author;
create view two as select * from one;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create view one as select name, born from author;
create view two as select * from one;
=== a trigger comes
create table author (id integer primary key, name text, born int);
create table log (line text);

=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create table log (line text);
create trigger t_log after update of name on author when new.name <> old.name begin insert into log values (old.name); insert into log select case when new.name is null then 'none' else new.name end; end;
=== a trigger changes
create table author (id integer primary key, name text, born int);
create table log (line text);
create trigger t_log after update of name on author when new.name <> old.name begin insert into log values (old.name); insert into log select case when new.name is null then 'none' else new.name end; end;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create table log (line text);
create trigger t_log after update of name on author when new.name <> old.name begin insert into log values (old.name); insert into log select case when new.name is null then 'nobody' else new.name end; end;
=== a table with a trigger is made anew
create table author (id integer primary key, name text, born int);
create table log (line text);
create trigger t_log after update of name on author when new.name <> old.name begin insert into log values (old.name); insert into log select case when new.name is null then 'none' else new.name end; end;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text not null, born bigint);
create table log (line text);
create trigger t_log after update of name on author when new.name <> old.name begin insert into log values (old.name); insert into log select case when new.name is null then 'none' else new.name end; end;
=== a trigger instead of a view
create table author (id integer primary key, name text, born int);
create view names as select name from author;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
=== new
create table author (id integer primary key, name text, born int);
create view names as select name from author;
create trigger t_names instead of insert on names begin insert into author (name) values (new.name); end;
=== names that need quotes
create table "order" ("select" int, "it's" text, "a.b" int);
=== rows

=== new
create table "order" ("select" int not null default 1, "it's" text, "a.b" int unique, "x""y" text);
=== names in other letters
create table T (Id integer primary key, Name text);
create table U (T_Id integer references t (ID));
=== rows

=== new
create table T (Id integer primary key, Name text not null);
create table U (T_Id integer references t (ID) on delete cascade);
create index ix on u (t_id);
=== comments within
create table t (a int -- one, two
, /* three ) */ b text);
=== rows
insert into t values (1, 'x');
=== new
create table t (a int not null, -- one
 b text check (b <> ')') /* four */);
=== a table whose columns are called rowid
create table t (rowid text, oid text);
=== rows
insert into t (rowid, oid) values ('x', 'y');
=== new
create table t (rowid text not null, oid text);
=== all of it
create table author (id integer primary key, name text, born int);
create table book (id integer primary key autoincrement, title varchar(200) not null, author_id integer);
create index ix_title on book (title);
create view v as select title from book;
=== rows
insert into author values (1, 'Ann', 1900);
insert into author values (2, 'Bob', 1910);
insert into book (id, title, author_id) values (5, 'One', 1);
insert into book (id, title, author_id) values (9, 'Two', 2);
=== new
create table author (id integer primary key autoincrement, name varchar(50) not null unique, born int check (born > 1000));
create table book (id integer primary key autoincrement, title text not null default '', author_id integer not null references author (id) on delete cascade, pages int);
create unique index ix_title on book (title, author_id);
create view v as select title, pages from book;
=== a reference goes and a column changes, of a table that is changed as well
create table author (id integer primary key, name varchar(20));
create table book (id integer primary key, author_id integer constraint fk_book_author references author (id), title varchar(20));
=== rows
insert into author values (1, 'Ann');
insert into book values (1, 1, 'One');
=== new
create table author (id integer primary key, name text not null);
create table book (id integer primary key, author_id integer, title text not null);
=== numbers come with the key
create table t (id integer not null, n int);
=== rows
insert into t values (1, 5);
=== new
create table t (id integer not null primary key autoincrement, n int);
=== the key goes and its column must have values
create table t (id integer primary key, n int);
=== rows
insert into t values (1, 5);
=== new
create table t (id integer not null, n int);
=== the key goes and its column need not have values
create table t (id integer primary key, n int);
=== rows
insert into t values (1, 5);
=== new
create table t (id integer, n int);
=== the key moves to another column
create table t (id integer primary key, code text not null);
=== rows
insert into t values (1, 'a');
=== new
create table t (id integer not null, code text primary key not null);
