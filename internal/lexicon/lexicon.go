// Package lexicon reads lexicons of words that tell events: the one that
// internal/event carries, packed by its generator, and those of users, when a
// program starts. Both have one form.
//
// An empty line, and one that begins with #, is a comment. The others are
//
//	class NAME: word word ...
//	kind NAME: what counts
//	v WORD ... | CONDITION ... | CODE | Example sentence.
//
// with v (verb), n (noun), a (predicate adjective) or o (noun that is an
// event only as the object of a verb). A WORD is a lemma or, with two digits
// after a dot, a roleset of PropBank. Conditions, all of which must hold:
//
//	obj subj iobj          the argument is there; with =WORDS, its head is one of them
//	xc a                   the complement clause or predicate, likewise
//	prt adv mod omod       particle, adverb, modifier, modifier of the object, with =WORDS
//	+PREP[,PREP][=WORDS]   a prepositional phrase, whose head is one of WORDS
//	pass pl agent          passive; plural; the passive has its agent
//	noX, -X                X does not hold
//
// WORDS are lemmas and @CLASSES, with commas. CODE is a CAMEO code, a kind,
// both, "-" (no event), or an operator "=NAME"; then, if wanted, "R" (source
// and target trade places) and "weak" (needs two actors). A kind is one of
// package ontology or one that a line declares.
package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/packed"
)

// Version is that of the packed form.
const Version = 1

// The classes that are computed from names and pronouns beside words.
const (
	AnyWord = 0
	Actor   = 1 // persons, groups, states
	Person  = 2
	Place   = 3 // names of places
	Firm    = 4 // companies by name
)

var builtin = map[string]uint16{"@ANY": AnyWord, "@ACTOR": Actor, "@PER": Person, "@LOC": Place, "@FIRM": Firm}

var operators = strings.Fields("agree promise plan decide threaten warn refuse reject demand ask halt lift aspect fail try allow " +
	"approve forbid order force help light say deny favour oppose avoid nominal willing possible occur")

// A File is a text of lines.
type File struct{ Name, Text string }

// A LineError tells what is wrong with a line.
type LineError struct {
	File string
	Line int // from 1
	// Column is "word", "conditions", "code" or "example"; empty if it is the
	// whole line.
	Column string
	Msg    string
}

// Error tells the line, its part and what is wrong.
func (e *LineError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
	}
	return fmt.Sprintf("%s:%d: %s: %s", e.File, e.Line, e.Column, e.Msg)
}

// A Kind is a kind of event that a lexicon declares.
type Kind struct{ Name, Gloss string }

// An Example is a sentence that a line gives for itself.
type Example struct {
	Line int
	Code string // as the line has it
	Text string
}

// A Lexicon is a user's lexicon. It is immutable.
type Lexicon struct {
	Table    packed.Table
	Kinds    []Kind // that it declares, by name
	Examples []Example
	Lines    int
}

// Pack is the packed form of the files together, and how much they hold. Each
// line has an example.
func Pack(files []File) (data []byte, note string, err error) {
	if len(files) == 0 {
		return nil, "", errors.New("no lexicon")
	}
	g := newReader()
	g.strict = true
	if errs := g.read(files); len(errs) > 0 {
		return nil, "", errs[0]
	}
	return g.pack(), fmt.Sprintf("version %d, %d lines, %d lemmas, %d word sets", Version, g.lines, len(g.entries), len(g.ids)), nil
}

// maxErrors is how many wrong lines are told of before reading stops, and
// maxBytes how much is read.
const (
	maxErrors = 20
	maxBytes  = 16 << 20
)

// Read reads a user's lexicon, which may name the classes of the text classes
// and hide them by its own. Wrong lines are left out and told of, each as a
// *LineError, in the joined error.
func Read(r io.Reader, classes string) (*Lexicon, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return &Lexicon{}, err
	case len(b) > maxBytes:
		return &Lexicon{}, fmt.Errorf("more than %d bytes", maxBytes)
	}
	g := newReader()
	if errs := g.read([]File{{"classes", classes}}); len(errs) > 0 {
		return &Lexicon{}, errs[0]
	}
	g.inherit()
	errs := g.read([]File{{"line", string(b)}})
	x := &Lexicon{Examples: g.examples, Lines: g.lines}
	for _, name := range slices.Sorted(maps.Keys(g.kinds)) {
		x.Kinds = append(x.Kinds, Kind{name, g.kinds[name]})
	}
	t, err := packed.Open(string(g.pack()), Version)
	if err != nil {
		errs = append(errs, err)
	}
	x.Table = t
	return x, errors.Join(errs...)
}

// A reader puts lines together.
type reader struct {
	strict   bool                // each line has an example
	classes  map[string][]string // named
	hidden   map[string]bool     // classes that a line may name again
	kinds    map[string]string   // declared
	ids      map[string]uint16   // of sorted word sets
	words    map[string][]uint16 // classes of a word
	entries  map[string][]string // encoded entries by "v lemma"
	seen     map[string]string
	examples []Example
	lines    int
	alts     int // entries of the line being read
}

func newReader() *reader {
	return &reader{classes: map[string][]string{}, hidden: map[string]bool{}, kinds: map[string]string{}, ids: map[string]uint16{},
		words: map[string][]uint16{}, entries: map[string][]string{}, seen: map[string]string{}}
}

// inherit lets the lines that follow hide the classes that there are.
func (g *reader) inherit() {
	for name := range g.classes {
		g.hidden[name] = true
	}
}

// read reads classes and kinds of all files, then their lines.
func (g *reader) read(files []File) (errs []error) {
	for _, first := range []bool{true, false} {
		for _, f := range files {
			n := 0
			for l := range strings.SplitSeq(f.Text, "\n") {
				n++
				l = strings.TrimSpace(l)
				if l == "" || l[0] == '#' || declares(l) != first {
					continue
				}
				e := g.take(l, n)
				if e == nil {
					continue
				}
				e.File, e.Line = f.Name, n
				if errs = append(errs, e); len(errs) >= maxErrors {
					return errs
				}
			}
		}
	}
	return errs
}

func declares(l string) bool { return strings.HasPrefix(l, "class ") || strings.HasPrefix(l, "kind ") }

func (g *reader) take(l string, n int) *LineError {
	switch {
	case !utf8.ValidString(l):
		return wrong("", "not UTF-8")
	case strings.HasPrefix(l, "class "):
		return g.class(l)
	case strings.HasPrefix(l, "kind "):
		return g.kind(l)
	}
	return g.line(l, n)
}

func wrong(column, format string, args ...any) *LineError {
	return &LineError{Column: column, Msg: fmt.Sprintf(format, args...)}
}

func (g *reader) class(l string) *LineError {
	name, words, ok := strings.Cut(strings.TrimPrefix(l, "class "), ":")
	if !ok || name == "" || strings.ContainsAny(name, " ,=|@") {
		return wrong("", "want class NAME: word ...")
	}
	if g.classes[name] != nil && !g.hidden[name] {
		return wrong("", "class %q stands twice", name)
	}
	list := strings.Fields(words)
	for _, w := range list {
		if !lower(w) {
			return wrong("", "%q is no lemma in lower case", w)
		}
	}
	if len(list) == 0 {
		return wrong("", "class %q has no words", name)
	}
	g.classes[name], g.hidden[name] = list, false
	return nil
}

// maxName bounds the name of a kind, in bytes.
const maxName = 64

func (g *reader) kind(l string) *LineError {
	name, gloss, ok := strings.Cut(strings.TrimPrefix(l, "kind "), ":")
	if gloss = strings.TrimSpace(gloss); !ok || gloss == "" || !kindName(name) {
		return wrong("", "want kind NAME: what counts, the name of letters, digits, - and _, the first an upper-case letter")
	}
	if _, ok := g.kinds[name]; ok {
		return wrong("", "kind %s stands twice", name)
	}
	if _, ok := ontology.LookupKind(name); ok {
		return wrong("", "kind %s is there already", name)
	}
	g.kinds[name] = gloss
	return nil
}

// kindName reports whether s can be told from the other words of a code.
func kindName(s string) bool {
	if s == "" || len(s) > maxName || s[0] < 'A' || s[0] > 'Z' || s == "R" {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
}

func lower(w string) bool {
	return w != "" && w == strings.ToLower(w) && !strings.ContainsAny(w, "@=|,") && len(w) <= maxName
}

// roleset reports whether w, in lower case, is like "recall.02".
func roleset(w string) bool {
	n := len(w)
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return n > 3 && w[n-3] == '.' && digit(w[n-2]) && digit(w[n-1])
}

// maxSets bounds the sets of words that a lexicon may tell apart.
const maxSets = 1<<16 - 17

// set is the id of a set of words.
func (g *reader) set(list string) (uint16, *LineError) {
	var words []string
	for w := range strings.SplitSeq(list, ",") {
		if id, ok := builtin[w]; ok {
			return id, nil
		}
		if strings.HasPrefix(w, "@") {
			c, ok := g.classes[w[1:]]
			if !ok {
				return 0, wrong("conditions", "unknown class %s", w)
			}
			words = append(words, c...)
			continue
		}
		if !lower(w) {
			return 0, wrong("conditions", "%q is no lemma in lower case", w)
		}
		words = append(words, w)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	key := strings.Join(words, ",")
	if id, ok := g.ids[key]; ok {
		return id, nil
	}
	if len(g.ids) >= maxSets {
		return 0, wrong("conditions", "too many sets of words")
	}
	id := uint16(16 + len(g.ids))
	g.ids[key] = id
	for _, w := range words {
		g.words[w] = append(g.words[w], id)
		// Taggers leave some plurals as they stand: "troops".
		if n := len(w); n > 3 && w[n-1] != 's' && !slices.Contains(words, w+"s") {
			g.words[w+"s"] = append(g.words[w+"s"], id)
		}
	}
	return id, nil
}

// maxConditions bounds the conditions of one line, and maxAlternatives the
// entries that it makes.
const (
	maxConditions   = 8
	maxAlternatives = 64
)

func (g *reader) line(l string, n int) *LineError {
	f := strings.Split(l, "|")
	if len(f) < 3 || len(f) > 4 || g.strict && len(f) != 4 {
		return wrong("", "%d parts, want four: word | conditions | code | example", len(f))
	}
	head := strings.Fields(f[0])
	if len(head) < 2 || len(head[0]) != 1 || !strings.Contains("vnao", head[0]) {
		return wrong("word", "want v, n, a or o and words, not %q", strings.TrimSpace(f[0]))
	}
	for _, w := range head[1:] {
		if !lower(w) {
			return wrong("word", "%q is no lemma in lower case", w)
		}
	}
	text := ""
	if len(f) == 4 {
		text = strings.TrimSpace(f[3])
	}
	if !strings.HasSuffix(text, ".") && (g.strict || text != "") {
		return wrong("example", "no sentence with its full stop")
	}
	code, e := g.code(strings.Fields(f[2]))
	if e != nil {
		return e
	}
	conds := strings.Fields(f[1])
	if len(conds) > maxConditions {
		return wrong("conditions", "%d of them, at most %d can be", len(conds), maxConditions)
	}
	g.alts = 0
	if e := g.entry(head, conds, code, strings.TrimSpace(f[2])); e != nil {
		return e
	}
	g.lines++
	if text != "" {
		g.examples = append(g.examples, Example{n, strings.TrimSpace(f[2]), text})
	}
	return nil
}

// entry adds a line under each of its words. A list of words that a computed
// class is among makes two.
func (g *reader) entry(head, conds []string, code, shown string) *LineError {
	for i, c := range conds {
		op, words, _ := strings.Cut(c, "=")
		list := strings.Split(words, ",")
		for j, w := range list {
			if _, ok := builtin[w]; !ok || len(list) == 1 {
				continue
			}
			for _, alt := range []string{w, strings.Join(slices.Delete(slices.Clone(list), j, j+1), ",")} {
				cs := slices.Clone(conds)
				cs[i] = op + "=" + alt
				if e := g.entry(head, cs, code, shown); e != nil {
					return e
				}
			}
			return nil
		}
	}
	if g.alts++; g.alts > maxAlternatives {
		return wrong("conditions", "too many lists that mix words and computed classes")
	}
	enc := []byte{byte(len(conds))}
	for _, c := range conds {
		b, e := g.cond(c)
		if e != nil {
			return e
		}
		enc = append(enc, b...)
	}
	sorted := slices.Sorted(slices.Values(conds))
	for _, w := range head[1:] {
		key := head[0] + " " + w
		id := key + "|" + strings.Join(sorted, " ")
		if old, ok := g.seen[id]; ok {
			if old == shown {
				continue // the mixed lists of two lines may meet
			}
			return wrong("", "%s stands twice (%s, %s)", id, old, shown)
		}
		g.seen[id] = shown
		g.entries[key] = append(g.entries[key], string(enc)+code)
	}
	return nil
}

// cond encodes one condition: operation, class, second class.
func (g *reader) cond(c string) ([]byte, *LineError) {
	op, neg := c, false
	if o, ok := strings.CutPrefix(op, "no"); ok {
		op, neg = o, true
	} else if o, ok := strings.CutPrefix(op, "-"); ok {
		op, neg = o, true
	}
	op, words, _ := strings.Cut(op, "=")
	var code byte
	var a, b uint16
	var err *LineError
	if p, ok := strings.CutPrefix(op, "+"); ok {
		code = 'p'
		if a, err = g.set(p); err != nil {
			return nil, err
		}
		if words != "" {
			if b, err = g.set(words); err != nil {
				return nil, err
			}
		}
	} else {
		i := slices.Index([]string{"subj", "obj", "iobj", "xc", "a", "prt", "adv", "mod", "omod", "pass", "pl", "agent", "obl"}, op)
		if i < 0 {
			return nil, wrong("conditions", "unknown condition %q", c)
		}
		code = "soixatvmMPLGb"[i]
		if words != "" {
			if a, err = g.set(words); err != nil {
				return nil, err
			}
		} else if strings.ContainsRune("tvmMa", rune(code)) {
			return nil, wrong("conditions", "%q needs words", c)
		}
	}
	n := byte(0)
	if neg {
		n = 1
	}
	return []byte{code, n, byte(a), byte(a >> 8), byte(b), byte(b >> 8)}, nil
}

// code encodes flags, length and text of the code, length and text of the kind.
func (g *reader) code(f []string) (string, *LineError) {
	var flags byte
	code, kind := "", ""
	for _, w := range f {
		switch {
		case w == "R":
			flags |= 1
		case w == "weak":
			flags |= 2
		case w == "-":
			code = "-"
		case w[0] == '=':
			if !slices.Contains(operators, w[1:]) {
				return "", wrong("code", "unknown operator %s", w)
			}
			code = w
		case w[0] >= '0' && w[0] <= '9':
			if _, ok := ontology.LookupCode(w); !ok {
				return "", wrong("code", "unknown code %s", w)
			}
			code = w
		default:
			_, known := ontology.LookupKind(w)
			if _, ok := g.kinds[w]; !ok && !known {
				return "", wrong("code", "unknown kind %s: one of your own needs a line \"kind %s: what counts\"", w, w)
			}
			kind = w
		}
	}
	if code == "" && kind == "" {
		return "", wrong("code", "no code and no kind")
	}
	return string([]byte{flags, byte(len(code))}) + code + string([]byte{byte(len(kind))}) + kind, nil
}

// pack is what has been read as a packed table: by "v lemma" (and n, a, o) the
// lines, by "c word" its classes, by "f form" the verb of a past form. The
// classes of a word ascend behind the computed ones: readers stop at a greater.
func (g *reader) pack() []byte {
	records := map[string]string{}
	for k, es := range g.entries {
		records[k] = strings.Join(es, "")
	}
	for w, ids := range g.words {
		slices.Sort(ids)
		var b []byte
		for _, id := range slices.Compact(ids) {
			b = binary.LittleEndian.AppendUint16(b, id)
		}
		records["c "+w] = string(b)
	}
	// The computed classes hold these words too, beside names and pronouns.
	for _, name := range []string{"person", "group", "office", "territory"} {
		for _, w := range g.classes[name] {
			records["c "+w] = prepend(Actor, records["c "+w])
		}
	}
	for _, name := range []string{"person", "office"} {
		for _, w := range g.classes[name] {
			if r := records["c "+w]; !strings.HasPrefix(r, "\x02\x00") {
				records["c "+w] = prepend(Person, r)
			}
		}
	}
	forms := g.forms()
	for _, lemma := range slices.Sorted(maps.Keys(forms)) {
		for _, f := range forms[lemma] {
			_, verb := records["v "+f]
			if _, taken := records["f "+f]; !verb && !taken {
				records["f "+f] = lemma // of two verbs of one form the first by letter
			}
		}
	}
	return packed.Build(Version, records)
}

// prepend puts id before the ids of a word, once.
func prepend(id uint16, ids string) string {
	b := string([]byte{byte(id), byte(id >> 8)})
	if strings.HasPrefix(ids, b) {
		return ids
	}
	return b + ids
}
