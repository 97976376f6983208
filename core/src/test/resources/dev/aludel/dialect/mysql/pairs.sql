=== a column comes at the end
create table author (id int primary key, name varchar(20));
=== rows
insert into author values (1, 'Ann'), (2, 'Bob');
=== new
create table author (id int primary key, name varchar(20), email varchar(100) not null default 'none');

=== a column of every kind
create table kinds (id int primary key);
=== rows
insert into kinds values (1);
=== new
create table kinds (id int primary key, a tinyint, b smallint, c mediumint, d int, e bigint, f tinyint unsigned, g bigint unsigned zerofill,
  h decimal(10, 2), i decimal(12, 4) unsigned, j float, k double, l bit(1), m bit(8), n boolean, o char(3), p varchar(7), q tinytext,
  r text, s mediumtext, t longtext, u binary(4), v varbinary(9), w tinyblob, x blob, y mediumblob, z longblob, aa date, ab time,
  ac time(3), ad datetime, ae datetime(6), af timestamp null, ag timestamp(3) null, ah year, ai enum('one', 'it''s', 'a,b'),
  aj set('x', 'y'), ak json, al point, am geometry, an polygon, ao double unsigned, ap int(8) unsigned zerofill);

=== MariaDB's own kinds [mariadb]
create table kinds (id int primary key);
=== rows
insert into kinds values (1);
=== new
create table kinds (id int primary key, a uuid, b inet6, c inet4, d uuid default uuid());

=== defaults come and change
create table d (a int default 1, b varchar(20), c datetime default current_timestamp, e decimal(8, 2) default 1.5, f date, g bit(4) default b'101');
=== rows
insert into d (a) values (1);
=== new
create table d (a int default -2, b varchar(20) default 'it''s a \\ and "', c datetime, e decimal(8, 2) default (1 + 2), f date default '2020-02-29', g bit(4));

=== defaults that are expressions
create table d (id int primary key, a text, b json, c varchar(40));
=== rows
insert into d (id) values (1);
=== new
create table d (id int primary key, a text default ('none'), b json default (json_object('a', 1)), c varchar(40) default (concat('x', upper('y'))),
  e date default (curdate()), f varchar(9) default '');

=== times of rows
create table t (id int primary key, a timestamp(3) not null default current_timestamp(3), b datetime);
=== rows
insert into t (id) values (1);
=== new
create table t (id int primary key, a timestamp(3) not null default current_timestamp(3) on update current_timestamp(3),
  b datetime on update current_timestamp, c datetime(6) default current_timestamp(6) on update current_timestamp(6));

=== types widen
create table w (a int, b varchar(10), c decimal(8, 2), d char(3), e varchar(20), f tinytext, g int);
=== rows
insert into w values (7, 'seven', 7.5, 'abc', 'long', 'tiny', 8);
=== new
create table w (a bigint, b varchar(50), c decimal(12, 4), d varchar(30), e text, f longtext, g int unsigned);

=== an integer becomes text and has another default
create table w (a int not null default 5);
=== rows
insert into w values (7);
=== new
create table w (a varchar(20) not null default 'x');

=== nullability
create table n (id int primary key, a int, b varchar(5) not null, c timestamp null, d timestamp not null default current_timestamp);
=== rows
insert into n values (1, 2, 'b', current_timestamp, current_timestamp);
=== new
create table n (id int primary key, a int not null, b varchar(5), c timestamp not null default current_timestamp, d timestamp null);

=== a column begins to be numbered
create table i (id int primary key, a int);
=== rows
insert into i values (7, 1), (9, 2);
=== new
create table i (id int primary key auto_increment, a int);

=== a numbered column comes with its key
create table i (a int);
=== rows
insert into i values (1), (2);
=== new
create table i (a int, id bigint unsigned not null auto_increment primary key);

=== a numbered column under a key that is not the primary
create table i (a int primary key);
=== rows
insert into i values (1), (2);
=== new
create table i (a int primary key, n int not null auto_increment, unique key uk_n (n));

=== numbering moves to another column
create table i (a int not null auto_increment, b int not null, primary key (a), key ix_b (b));
=== rows
insert into i values (1, 5), (2, 6);
=== new
create table i (a int not null, b int not null auto_increment, primary key (a), key ix_b (b));

=== the key under a numbered column becomes another
create table i (id int not null auto_increment, t int not null, primary key (id));
=== rows
insert into i values (1, 5), (2, 6);
=== new
create table i (id int not null auto_increment, t int not null, primary key (id, t), unique key uk_id (id));

=== computed columns come
create table c (id int primary key, a int, b int);
=== rows
insert into c values (1, 1, 2);
=== new
create table c (id int primary key, a int, b int, total int generated always as (a + b) stored, twice int generated always as (a * 2) virtual,
  label varchar(40) generated always as (concat('it''s ', a, ' \\ ', upper('x'))) stored);

=== a computed column is computed otherwise
create table c (a int, b varchar(10), total int generated always as (a + 1) stored);
=== rows
insert into c (a, b) values (1, 'x');
=== new
create table c (a int, b varchar(10), total int generated always as (a * 2 + length(b)) stored);

=== a computed column with an index and a comment
create table c (id int primary key, doc json);
=== rows
insert into c values (1, '{"name": "x"}');
=== new
create table c (id int primary key, doc json, name varchar(30) generated always as (json_unquote(json_extract(doc, '$.name'))) virtual comment 'of doc',
  key ix_name (name));

=== invisible columns
create table o (a int, b varchar(5));
=== rows
insert into o values (1, 'b');
=== new
create table o (a int, b varchar(5), c int default 3 invisible, d varchar(5) default 'd' invisible comment 'hidden');

=== collations of columns
create table c (id int primary key, a varchar(10), b varchar(10) collate utf8mb4_bin, c text, d char(2) character set latin1);
=== rows
insert into c values (1, 'a', 'b', 'c', 'd');
=== new
create table c (id int primary key, a varchar(10) collate utf8mb4_bin, b varchar(10), c text character set latin1 collate latin1_german1_ci,
  d char(2) character set ascii, e enum('x') collate utf8mb4_unicode_ci);

=== the collation of a table
create table c (id int primary key, a varchar(10), b text, c varchar(10) collate utf8mb4_bin);
=== rows
insert into c values (1, 'ä', 'b', 'c');
=== new
create table c (id int primary key, a varchar(10), b text, c varchar(10) collate utf8mb4_bin) default charset=utf8mb4 collate=utf8mb4_unicode_520_ci;

=== comments
create table author (id int, name varchar(10));
=== rows
insert into author values (1, 'x');
=== new
create table author (id int comment '1; 2 -- 3', name varchar(10) comment 'As on the ''cover''\nand \\ so on') comment='Who writes; it''s a \\ person "';

=== comments change
create table author (id int comment 'Old', name varchar(10)) comment='Old';
=== rows
insert into author values (1, 'x');
=== new
create table author (id int, name varchar(10) comment 'New — ☕') comment='New 😀';

=== a comment leaves the rest of its column
create table author (id bigint unsigned not null auto_increment primary key, name varchar(10) collate utf8mb4_bin not null default 'x',
  at timestamp(3) not null default current_timestamp(3) on update current_timestamp(3), n int generated always as (1 + 1) stored);
=== rows
insert into author (name) values ('x');
=== new
create table author (id bigint unsigned not null auto_increment primary key comment 'number', name varchar(10) collate utf8mb4_bin not null default 'x' comment 'name',
  at timestamp(3) not null default current_timestamp(3) on update current_timestamp(3) comment 'time', n int generated always as (1 + 1) stored comment 'two');

=== a primary key comes
create table p (a int not null, b int not null);
=== rows
insert into p values (1, 2);
=== new
create table p (a int not null, b int not null, primary key (a, b));

=== a primary key moves
create table p (a int not null, b int not null, primary key (a));
=== rows
insert into p values (1, 2), (2, 3);
=== new
create table p (a int not null, b int not null, primary key (b));

=== unique keys come and change
create table u (id int primary key, a varchar(10), b int, c int, unique key uk_c (c));
=== rows
insert into u values (1, 'x', 2, 3), (2, 'y', 2, null);
=== new
create table u (id int primary key, a varchar(10), b int, c int, unique key uk_u (a, b), unique key uk_c (c, id));

=== a foreign key comes with an index of its own
create table author (id int primary key);
create table book (id int primary key, author_id int);
=== rows
insert into author values (1);
insert into book values (1, 1);
=== new
create table author (id int primary key);
create table book (id int primary key, author_id int, constraint fk_book foreign key (author_id) references author (id) on delete cascade);

=== a foreign key changes
create table author (id int primary key, code varchar(5), unique key uk_code (code));
create table book (id int primary key, author varchar(5), constraint fk_book foreign key (author) references author (code));
=== rows
insert into author values (1, 'a');
insert into book values (1, 'a');
=== new
create table author (id int primary key, code varchar(5), unique key uk_code (code));
create table book (id int primary key, author varchar(5), constraint fk_book foreign key (author) references author (code) on delete set null on update cascade);

=== a foreign key of two columns
create table a (x int, y int, primary key (x, y));
create table b (id int primary key, p int, q int);
=== rows
insert into a values (1, 2);
insert into b values (1, 1, 2);
=== new
create table a (x int, y int, primary key (x, y));
create table b (id int primary key, p int, q int, constraint fk_b foreign key (p, q) references a (x, y) on update cascade);

=== tables that refer to one another
create table a (id int primary key);
=== rows
insert into a values (1);
=== new
create table a (id int primary key, b_id int);
create table b (id int primary key, a_id int, constraint fk_b foreign key (a_id) references a (id));
alter table a add constraint fk_a foreign key (b_id) references b (id);

=== a table that refers to itself
create table other (id int);
=== rows
insert into other values (1);
=== new
create table other (id int);
create table node (id int primary key, parent int, constraint fk_node foreign key (parent) references node (id) on delete cascade);

=== an index takes over from the foreign key's own
create table author (id int primary key);
create table book (id int primary key, author_id int, year int, constraint fk_book foreign key (author_id) references author (id));
=== rows
insert into author values (1);
insert into book values (1, 1, 1999);
=== new
create table author (id int primary key);
create table book (id int primary key, author_id int, year int, constraint fk_book foreign key (author_id) references author (id),
  key ix_book (author_id, year));

=== a unique key takes over from the foreign key's own
create table author (id int primary key);
create table book (id int primary key, author_id int, year int, constraint fk_book foreign key (author_id) references author (id));
=== rows
insert into author values (1);
insert into book values (1, 1, 1999);
=== new
create table author (id int primary key);
create table book (id int primary key, author_id int, year int, constraint fk_book foreign key (author_id) references author (id),
  unique key uk_book (author_id, year));

=== two foreign keys over one index
create table a (id int primary key);
create table b (id int primary key);
create table c (id int primary key, x int, key ix_x (x));
=== rows
insert into c values (1, null);
=== new
create table a (id int primary key);
create table b (id int primary key);
create table c (id int primary key, x int, key ix_x (x), constraint fk_a foreign key (x) references a (id), constraint fk_b foreign key (x) references b (id));

=== an index under a foreign key changes
create table a (id int primary key);
create table c (id int primary key, x int, y int, key ix_x (x), constraint fk_a foreign key (x) references a (id));
=== rows
insert into a values (1);
insert into c values (1, 1, 1);
=== new
create table a (id int primary key);
create table c (id int primary key, x int, y int, key ix_y (x, y), constraint fk_a foreign key (x) references a (id));

=== columns of a foreign key change their type
create table author (id int auto_increment primary key, name varchar(5));
create table book (id int primary key, author_id int not null, constraint fk_book foreign key (author_id) references author (id));
=== rows
insert into author values (1, 'a');
insert into book values (1, 1);
=== new
create table author (id bigint auto_increment primary key, name varchar(5));
create table book (id int primary key, author_id bigint not null, constraint fk_book foreign key (author_id) references author (id));

=== a column under a foreign key goes
create table author (id int primary key);
create table book (id int primary key, author_id int, constraint fk_book foreign key (author_id) references author (id));
=== rows
insert into author values (1);
insert into book values (1, 1);
=== new
create table author (id int primary key);
create table book (id int primary key);

=== a table goes that another refers to
create table author (id int primary key);
create table book (id int primary key, author_id int, constraint fk_book foreign key (author_id) references author (id));
=== rows
insert into book values (1, null);
=== new
create table book (id int primary key, author_id int);

=== a check comes, another goes
create table c (a int, b varchar(10), constraint ck_a check (a > 0));
=== rows
insert into c values (1, 'x');
=== new
create table c (a int, b varchar(10), constraint ck_b check (b in ('x', 'it''s') and length(b) > 0 or a is null));

=== a check changes
create table c (a int, constraint ck_a check (a between 1 and 3));
=== rows
insert into c values (2);
=== new
create table c (a int, constraint ck_a check (a between 1 and 30));

=== a check that is not enforced [mysql]
create table c (a int, constraint ck_a check (a > 0));
=== rows
insert into c values (2);
=== new
create table c (a int, constraint ck_a check (a > 0) not enforced);

=== checks of columns [mariadb]
create table c (id int primary key, a int check (a > 0), b varchar(5));
=== rows
insert into c values (1, 2, 'x');
=== new
create table c (id int primary key, a int, b varchar(5) check (b <> 'it''s'), d longtext check (json_valid(d)));

=== indexes come
create table x (a int, b varchar(10), c date, d text, e geometry not null);
=== rows
insert into x values (1, 'b', '2020-01-01', 'text', point(1, 2));
=== new
create table x (a int, b varchar(10), c date, d text, e geometry not null, key ix_a (a), unique key ux_b (b desc, a), key ix_prefix (d(20), b(3)),
  unique key ux_prefix (d(30)), fulltext key ft (b, d), spatial key sp (e), key ix_comment (c) comment 'it''s');

=== an index changes
create table x (a int, b varchar(10));
create index ix on x (a);
create unique index ux on x (b(3));
=== rows
insert into x values (1, 'b');
=== new
create table x (a int, b varchar(10));
create index ix on x (b desc, a);
create unique index ux on x (b);

=== indexes over expressions [mysql]
create table x (id int primary key, a int, b varchar(10), key ix_old ((a + 1)));
=== rows
insert into x values (1, 2, 'b');
=== new
create table x (id int primary key, a int, b varchar(10), key ix_e ((a * 2), b), unique key ux_e ((lower(b)) desc), key ix_s ((concat(b, 'it''s'))));

=== hidden indexes [mysql]
create table x (a int, b int, key ix_a (a), key ix_b (b) invisible);
=== rows
insert into x values (1, 2);
=== new
create table x (a int, b int, key ix_a (a) invisible, key ix_b (b));

=== ignored indexes [mariadb]
create table x (a int, b int, key ix_a (a), key ix_b (b) ignored);
=== rows
insert into x values (1, 2);
=== new
create table x (a int, b int, key ix_a (a) ignored, key ix_b (b));

=== options of tables
create table t (id int primary key) engine=InnoDB row_format=compact;
create table m (id int primary key) engine=MyISAM;
=== rows
insert into t values (1);
insert into m values (1);
=== new
create table t (id int primary key) engine=InnoDB row_format=dynamic stats_persistent=1;
create table m (id int primary key) engine=InnoDB;

=== options and columns at once
create table t (id int primary key, a varchar(5)) engine=MyISAM collate=latin1_bin comment='old';
=== rows
insert into t values (1, 'a');
=== new
create table t (id int primary key, a varchar(50) not null) engine=InnoDB collate=utf8mb4_bin comment='new';

=== partitions by range come
create table p (id int not null, y int not null, primary key (id, y));
=== rows
insert into p values (1, 1990), (2, 2020);
=== new
create table p (id int not null, y int not null, primary key (id, y)) partition by range (y)
  (partition old values less than (2000), partition new values less than (2010) comment 'it''s', partition rest values less than maxvalue);

=== partitions change
create table p (id int not null, y int not null, primary key (id, y)) partition by hash (id) partitions 4;
create table q (id int not null, k varchar(5)) partition by list columns (k) (partition a values in ('a', 'b'), partition c values in ('it''s'));
=== rows
insert into p values (1, 1990), (2, 2020);
insert into q values (1, 'a');
=== new
create table p (id int not null, y int not null, primary key (id, y)) partition by key (id) partitions 3;
create table q (id int not null, k varchar(5)) partition by list columns (k) (partition a values in ('a', 'b', 'd'), partition c values in ('it''s'));

=== subpartitions
create table p (id int not null, d date not null);
=== rows
insert into p values (1, '1999-01-01');
=== new
create table p (id int not null, d date not null) partition by range (year(d)) subpartition by hash (to_days(d)) subpartitions 2
  (partition a values less than (2000), partition b values less than maxvalue);

=== system versioning [mariadb]
create table v (id int primary key, a int);
=== rows
insert into v values (1, 2);
=== new
create table v (id int primary key, a int) with system versioning;

=== sequences [mariadb]
create sequence one start with 5;
create sequence two increment by 50;
create sequence three minvalue -5 maxvalue 100 cycle cache 7;
=== rows
=== new
create sequence one start with 5 increment by 10 maxvalue 1000;
create sequence two increment by 50 nocache;
create sequence four start with -1 increment by -1;

=== a default from a sequence [mariadb]
create table t (id bigint primary key);
=== rows
insert into t values (1);
=== new
create sequence seq start with 10;
create table t (id bigint primary key default (next value for seq));

=== tables come and go
create table gone (id int primary key, a varchar(5) default 'a', key ix_gone (a), constraint ck_gone check (id > 0)) comment='It goes';
create table stays (id int);
=== rows
insert into stays values (1);
=== new
create table comes (id int not null auto_increment primary key, b int not null comment 'It comes', unique key uk_comes (b));
create table stays (id int);

=== a column goes with what stands on it
create table g (id int primary key, a int, b varchar(10), c int, unique key uk_g (a, b), key ix_g (c), constraint ck_g check (c > 0));
=== rows
insert into g values (1, 2, 'b', 3);
=== new
create table g (id int primary key, a int, b varchar(10));

=== hostile names
create table `Mixed` (`Id` int primary key, `user` int, `with space` int, `a``b` int, `--` int);
create table `drop table x;--` (`it's "it"` int);
=== rows
insert into `Mixed` values (1, 2, 3, 4, 5);
insert into `drop table x;--` values (4);
=== new
create table `Mixed` (`Id` bigint primary key, `user` varchar(10), `with space` int not null, `a``b` bigint, `--` int default 1, `größe` int,
  key `Index` (`with space`), unique key `a``key;` (`a``b`), constraint `ck;--` check (`a``b` > 0));
create table `drop table x;--` (`it's "it"` bigint, `名前` varchar(5) comment '名前', key `it's` (`it's "it"`));
create table `select` (`from` int primary key, `where;` int, constraint `fk ``x``` foreign key (`where;`) references `select` (`from`));

=== names of 64 characters
create table a (id int primary key);
=== rows
insert into a values (1);
=== new
create table a (id int primary key);
create table aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg (id int primary key,
  aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffhhhh int,
  key aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffiiii (aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffhhhh),
  constraint aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffjjjj foreign key (aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffhhhh) references a (id));

=== a column is written in other letters
create table c (id int primary key, name varchar(5), key ix_name (name));
=== rows
insert into c values (1, 'x');
=== new
create table c (id int primary key, Name varchar(5), key ix_name (Name));

=== an enum grows
create table e (state enum('new', 'done') not null default 'new');
=== rows
insert into e values ('done');
=== new
create table e (state enum('new', 'paid', 'done', 'it''s') not null default 'paid');

=== times change
create table t (a datetime, b time, c date);
=== rows
insert into t values ('2020-01-02 03:04:05', '03:04:05', '2020-01-02');
=== new
create table t (a datetime(3), b time(6), c datetime);

=== views come, on views
create table t (id int primary key, n varchar(10));
=== rows
insert into t values (1, 'x');
=== new
create table t (id int primary key, n varchar(10));
create view z as select id, n from t where id > 1 and n <> 'it''s \\ \n';
create view a as select id as one, concat(n, ';') as two from z;
create view m as select a.one, count(*) as many from a join t on t.id = a.one group by a.one;

=== views change, and columns under them
create table t (id int primary key, m int, n varchar(10));
create view v as select id, n from t;
create view w as select id from v;
=== rows
insert into t values (1, 2, 'x');
=== new
create table t (id int primary key, m bigint);
create view v as select id, m from t where m > 1;
create view w as select id from v;

=== views with options
create table t (id int primary key, m int);
create view v as select id from t where id > 0;
=== rows
insert into t values (1, 2);
=== new
create table t (id int primary key, m int);
create sql security invoker view v as select id from t where id > 0 with cascaded check option;
create view w as select id from t where id > 5 with local check option;

=== triggers come in an order
create table t (id int primary key, n varchar(30), m int);
=== rows
insert into t values (1, 'x', 2);
=== new
create table t (id int primary key, n varchar(30), m int);
create trigger z_first before insert on t for each row set new.n = concat(new.n, ';');
create trigger a_second before insert on t for each row follows z_first begin if new.m > 1 then set new.m = 1; end if; set new.n = 'it''s'; end;
create trigger after_all after update on t for each row insert into t values (new.id + 1, '-- x\\ny''', 3);

=== a trigger changes
create table t (id int primary key, n varchar(30));
create trigger tr before insert on t for each row set new.n = 'a';
=== rows
insert into t values (1, 'x');
=== new
create table t (id int primary key, n varchar(30));
create trigger tr before update on t for each row set new.n = 'b';

=== routines come
create table t (id int primary key, n int);
=== rows
insert into t values (1, 2);
=== new
create table t (id int primary key, n int);
create function plus_one(x int) returns int deterministic no sql comment 'it''s' return x + 1;
create procedure fill(in many int, out done varchar(10), inout both_ways decimal(8,2)) modifies sql data sql security invoker
begin
  declare i int default 0;
  while i < many do insert into t values (i, plus_one(i)); set i = i + 1; end while;
  set done = 'a;b''s \\ \n';
end;
create view v as select plus_one(n) as next from t;

=== routines change
create function f(x int) returns int deterministic return x + 1;
create procedure p() select 1;
=== rows
=== new
create function f(x bigint) returns varchar(20) deterministic return concat(x, ';');
create procedure p(a int) begin select a; select 2; end;

=== a routine's string changes
create function f(x int) returns varchar(20) deterministic return 'it''s \\';
create table t (id int primary key, n varchar(30));
create trigger tr before insert on t for each row follows_not: begin set new.n = 'a\n'; end;
=== rows
insert into t values (1, 'x');
=== new
create function f(x int) returns varchar(20) deterministic return 'it''s ';
create table t (id int primary key, n varchar(30));
create trigger tr before insert on t for each row follows_not: begin set new.n = 'a\\n'; end;

=== events come
create table t (id int primary key);
=== rows
insert into t values (1);
=== new
create table t (id int primary key);
create event clean on schedule every 1 day do delete from t where id < 0;
create event later on schedule at '2037-01-01 00:00:00' on completion preserve disable comment 'it''s' do begin delete from t where 'it''s' = """"; insert into t values (1); end;
create event often on schedule every '1:30' hour_minute starts '2036-01-01 00:00:00' ends '2037-01-01 00:00:00' do delete from t;

=== an event changes
create table t (id int primary key);
create event clean on schedule every 1 day do delete from t where id < 0;
=== rows
insert into t values (1);
=== new
create table t (id int primary key);
create event clean on schedule every 2 hour do delete from t where id < -1;

=== everything at once
create table author (id bigint auto_increment primary key, name varchar(50) not null);
create table book (id bigint primary key, title varchar(100), author_id bigint, constraint fk_book_author foreign key (author_id) references author (id),
  key ix_title (title));
create view titles as select title from book;
=== rows
insert into author values (1, 'Ann');
insert into book values (1, 'One', 1);
=== new
create table author (id bigint primary key, name varchar(80), born date, constraint ck_born check (born > '1800-01-01'));
create table book (id bigint primary key, title varchar(200) not null default 'untitled', author_id bigint, pages int not null default 0,
  constraint fk_book_author foreign key (author_id) references author (id) on delete cascade, unique key uk_title (title, author_id));
create table review (id int not null auto_increment primary key, book_id bigint not null, stars int default 5,
  constraint fk_review foreign key (book_id) references book (id), constraint ck_stars check (stars between 1 and 5), key ix_review (book_id, stars desc));
create view titles as select title, count(*) as many from book group by title;
create trigger tr before insert on review for each row set new.stars = coalesce(new.stars, 3);
