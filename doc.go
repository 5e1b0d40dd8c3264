// Package dateline turns English news text into typed, cited values: times,
// places, actors, statements and events, each tied to exact bytes of the
// article, and into timelines within and across articles. It is pure Go and
// carries its models and tables: no network, no downloads, no set-up.
//
//	d, err := dateline.Parse(dateline.Article{Text: text, Published: dateline.Date(2025, 8, 13)})
//	...
//	for _, e := range d.Timeline().Entries {
//		fmt.Println(e.When.Phrase(), e.Status, e.Title)
//	}
//
// # Should I use this?
//
// Use it to index, check or draw what news articles say: who did what to
// whom, when, where, by whose account, and whether it happened or is only
// planned. Every value can be checked against the words it came from.
//
// Do not use it for other languages than English, for text that is not news
// (fiction, chat, contracts), or where a single wrong value does harm and
// nobody reads the source: it is rules and small statistical models, right
// most of the time. It does not know whether what an article says is true.
//
// # Coordinates
//
// A [Span] counts bytes of [Article].Text, half-open, on rune boundaries. The
// text is never altered, so d.Article.Text[s.Start:s.End] is always what was
// read. IDs count from 1 inside one [Document] or [Timeline]; 0 is none. Values never point
// at each other, so that Documents survive JSON and compare with go-cmp.
//
// # What is not known stays open
//
// A date without a year that nothing settles is XXXX-08-06, a place that no
// table knows has no coordinates, a statement by nobody has no speaker, and
// an event without a date is undated: neither the clock of the machine nor
// the date of publication is put in silently. What settled a time is its
// [Anchor]; which rule made a value, and how sure it is, its [Evidence].
//
// # Your own parsers
//
// Each kind of value has an interface of one method; see [Parser] for the
// stages and the contract. The built-in parsers use the same interfaces, and
// your own stand before, after or instead of them. What they get, a [Text],
// has the syntax of each sentence and, in [Text.Predicates], who did what to
// whom, when and where.
//
// # Stability
//
// Interfaces keep their one method. Struct fields, constants and words of
// vocabularies may be added, so use keyed literals and expect words that you do
// not know; [NewCatalogue] lists those of this version.
// What the parsers find changes between versions, as they get better; for one
// version the same article always gives the same Document.
package dateline

// Tables and models, in their order.
//go:generate go run ./internal/gen
