-- The archive. An article's "ord" is its place in the order of publication:
-- seconds since 1970, shifted by 20 bits, and a number behind them. It is the
-- row of the full-text index, too, so that "the newest first" needs no sorting.
-- What hangs on one version of an article hangs on its ord.
CREATE TABLE article (
	id        INTEGER PRIMARY KEY,
	ord       INTEGER NOT NULL UNIQUE,
	story     INTEGER NOT NULL,
	key       TEXT NOT NULL, -- dateline.Article.ID
	url       TEXT NOT NULL,
	source    TEXT NOT NULL,
	headline  TEXT NOT NULL,
	byline    TEXT NOT NULL,
	published TEXT NOT NULL, -- dateline.Moment
	dated     TEXT NOT NULL, -- when this version became known: updated, published, or seen
	teaser    INTEGER NOT NULL,
	versions  INTEGER NOT NULL DEFAULT 1,
	hash      BLOB NOT NULL,
	text      TEXT NOT NULL,
	document  BLOB NOT NULL  -- dateline.Document
);
CREATE INDEX article_story ON article (story, ord);

-- The names that an article goes by: canonical address, feed's identifier, file.
CREATE TABLE key (key TEXT PRIMARY KEY, article INTEGER NOT NULL) WITHOUT ROWID;

-- Versions that a correction replaced.
CREATE TABLE earlier (
	article   INTEGER NOT NULL,
	version   INTEGER NOT NULL,
	headline  TEXT NOT NULL,
	published TEXT NOT NULL,
	dated     TEXT NOT NULL,
	text      TEXT NOT NULL,
	document  BLOB NOT NULL,
	PRIMARY KEY (article, version)
);

CREATE TABLE story (
	id       INTEGER PRIMARY KEY AUTOINCREMENT, -- one that moved is not used again
	headline TEXT NOT NULL DEFAULT '', -- of its first article
	last     INTEGER NOT NULL DEFAULT 0, -- ord of its last article
	articles INTEGER NOT NULL DEFAULT 0,
	sources  INTEGER NOT NULL DEFAULT 0,
	revision INTEGER NOT NULL DEFAULT 1, -- grows with each change of its articles
	built    INTEGER NOT NULL DEFAULT 0, -- the revision of what follows
	disputed INTEGER NOT NULL DEFAULT 0,
	timeline BLOB
);
CREATE INDEX story_last ON story (last);
CREATE INDEX story_stale ON story (id) WHERE built < revision;

-- Stories that turned out to be part of another one.
CREATE TABLE moved (story INTEGER PRIMARY KEY, now INTEGER NOT NULL);

CREATE TABLE conflict (
	story INTEGER NOT NULL,
	n     INTEGER NOT NULL,
	last  INTEGER NOT NULL, -- ord of the story's last article
	title TEXT NOT NULL,
	field TEXT NOT NULL,
	sides TEXT NOT NULL,    -- JSON
	PRIMARY KEY (story, n)
) WITHOUT ROWID;
CREATE INDEX conflict_last ON conflict (last, story, n);

-- Actors and places.
CREATE TABLE name (
	id       INTEGER PRIMARY KEY,
	key      TEXT NOT NULL UNIQUE,
	type     TEXT NOT NULL, -- actor or place
	kind     TEXT NOT NULL,
	name     TEXT NOT NULL,
	note     TEXT NOT NULL, -- country, division, coordinates
	aliases  TEXT NOT NULL DEFAULT '',
	articles INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX name_rank ON name (type, articles);

CREATE TABLE mention (name INTEGER NOT NULL, ord INTEGER NOT NULL, PRIMARY KEY (name, ord)) WITHOUT ROWID;
CREATE INDEX mention_ord ON mention (ord);

CREATE TABLE entry (
	id       INTEGER PRIMARY KEY,
	ord      INTEGER NOT NULL,
	n        INTEGER NOT NULL,
	title    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	status   TEXT NOT NULL,
	word     TEXT NOT NULL,    -- whose word it is, if it is only somebody's
	day      TEXT,             -- when it is known to the day
	phrase   TEXT NOT NULL,
	place    TEXT NOT NULL,
	salience REAL NOT NULL,
	first    INTEGER NOT NULL, -- the sentence, in bytes of the text
	last     INTEGER NOT NULL
);
CREATE INDEX entry_ord ON entry (ord, n);
CREATE INDEX entry_day ON entry (day, salience) WHERE day IS NOT NULL;

CREATE TABLE part (
	name  INTEGER NOT NULL,
	ord   INTEGER NOT NULL,
	entry INTEGER NOT NULL,
	role  TEXT NOT NULL, -- dateline.Role, or "where"
	PRIMARY KEY (name, ord, entry, role)
) WITHOUT ROWID;
CREATE INDEX part_entry ON part (entry);

CREATE TABLE statement (
	id     INTEGER PRIMARY KEY,
	ord    INTEGER NOT NULL,
	name   INTEGER NOT NULL,
	stance TEXT NOT NULL,
	status TEXT NOT NULL,
	text   TEXT NOT NULL
);
CREATE INDEX statement_ord ON statement (ord);
CREATE INDEX statement_name ON statement (name, ord);

-- What an article leads with: how articles find their story.
CREATE TABLE lead (word TEXT NOT NULL, ord INTEGER NOT NULL, PRIMARY KEY (word, ord)) WITHOUT ROWID;
CREATE INDEX lead_ord ON lead (ord);

-- What could not be read, and why.
CREATE TABLE problem (place TEXT PRIMARY KEY, message TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE article_words USING fts5 (headline, text, content='', contentless_delete=1,
	tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE name_words USING fts5 (name, aliases, content='', contentless_delete=1, prefix='2 3',
	tokenize='unicode61 remove_diacritics 2');
