// Command event, run in internal/event, packs the lexicon of triggers that
// stands there as text in the folder lexicon, after it has checked every line against the
// ontology: codes, kinds, word classes, doubles. The same text gives the same
// bytes.
//
// A line is one of
//
//	class NAME: word word ...
//	v LEMMA ... | CONDITION ... | CODE | Example sentence.
//
// with v (verb), n (noun), a (predicate adjective) or o (noun that is an
// event only as the object of a verb). Conditions, all of which must hold:
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
// and target trade places) and "weak" (needs two actors).
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/ontology"
	"github.com/dateline-go/dateline/internal/packed"
)

const version = 1

// The classes that the finder computes; see event/lexicon.go.
var builtin = map[string]uint16{"@ANY": 0, "@ACTOR": 1, "@PER": 2, "@LOC": 3}

var operators = strings.Fields("agree promise plan decide threaten warn refuse reject demand ask halt lift aspect fail try allow " +
	"approve forbid order force help light say deny favour oppose avoid nominal willing possible occur")

type gen struct {
	classes map[string][]string // named
	ids     map[string]uint16   // of sorted word sets
	words   map[string][]uint16 // classes of a word
	entries map[string][]string // encoded entries by "v lemma"
	seen    map[string]string
	lines   int
}

func main() {
	data, note, err := build("lexicon")
	if err == nil {
		err = origin.Write(".", "lexicon.bin", data, note)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen/event:", err)
		os.Exit(1)
	}
}

// build packs the files of a folder, and says how much they hold.
func build(dir string) (data []byte, note string, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, "", err
	}
	if len(files) == 0 {
		return nil, "", errors.New("no lexicon")
	}
	slices.Sort(files)
	g := &gen{map[string][]string{}, map[string]uint16{}, map[string][]uint16{}, map[string][]string{}, map[string]string{}, 0}
	for _, pass := range []bool{true, false} {
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				return nil, "", err
			}
			sc := bufio.NewScanner(bytes.NewReader(b))
			for n := 1; sc.Scan(); n++ {
				l := strings.TrimSpace(sc.Text())
				if l == "" || l[0] == '#' || strings.HasPrefix(l, "class ") != pass {
					continue
				}
				if err := g.line(l); err != nil {
					return nil, "", fmt.Errorf("%s:%d: %w", filepath.Base(name), n, err)
				}
			}
		}
	}
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
			records["c "+w] = prepend(1, records["c "+w])
		}
	}
	for _, name := range []string{"person", "office"} {
		for _, w := range g.classes[name] {
			if r := records["c "+w]; !strings.HasPrefix(r, "\x02\x00") {
				records["c "+w] = prepend(2, r)
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
	return packed.Build(version, records), fmt.Sprintf("version %d, %d lines, %d lemmas, %d word sets", version, g.lines, len(g.entries),
		len(g.ids)), nil
}

// irregular pasts and participles, by lemma.
const irregular = `arise arose arisen
bear bore born
beat beaten
become became
begin began begun
bid bidden
bind bound
bite bit bitten
blow blew blown
break broke broken
breed bred
bring brought
build built
buy bought
cast
catch caught
choose chose chosen
come came
cut
deal dealt
draw drew drawn
drive drove driven
fall fell fallen
feed fed
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung hanged
hold held
keep kept
lay laid
lead led
leave left
lend lent
let
lose lost
make made
meet met
mislead misled
overcome overcame
overrun overran
overthrow overthrew overthrown
pay paid
plead pled pleaded
put
quit
repay repaid
ride rode ridden
ring rang rung
rise rose risen
run ran
seek sought
sell sold
send sent
set
shake shook shaken
shoot shot
shrink shrank shrunk
shut
sink sank sunk
sit sat
slay slew slain
spend spent
spill spilt
split
spread
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undertake undertook undertaken
uphold upheld
wed
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written`

// forms are the pasts and participles of the verbs of the lexicon: what names
// a verb that the tagger has read as something else.
func (g *gen) forms() map[string][]string {
	strong := map[string][]string{}
	for l := range strings.SplitSeq(irregular, "\n") {
		f := strings.Fields(l)
		strong[f[0]] = f[1:]
	}
	out := map[string][]string{}
	for k := range g.entries {
		lemma, ok := strings.CutPrefix(k, "v ")
		if !ok || strings.Contains(lemma, "-") {
			continue
		}
		if f, ok := strong[lemma]; ok {
			out[lemma] = f
			continue
		}
		n := len(lemma)
		vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
		switch {
		case strings.HasSuffix(lemma, "e"):
			out[lemma] = []string{lemma + "d"}
		case n > 2 && lemma[n-1] == 'y' && !vowel(lemma[n-2]):
			out[lemma] = []string{lemma[:n-1] + "ied"}
		case n > 2 && !vowel(lemma[n-1]) && strings.IndexByte("wxy", lemma[n-1]) < 0 && vowel(lemma[n-2]) && !vowel(lemma[n-3]):
			out[lemma] = []string{lemma + "ed", lemma + lemma[n-1:] + "ed"}
		default:
			out[lemma] = []string{lemma + "ed"}
		}
	}
	return out
}

// prepend puts id before the ids of a word, once.
func prepend(id uint16, ids string) string {
	b := string([]byte{byte(id), byte(id >> 8)})
	if strings.HasPrefix(ids, b) {
		return ids
	}
	return b + ids
}

// set is the id of a set of words.
func (g *gen) set(list string) (uint16, error) {
	var words []string
	for w := range strings.SplitSeq(list, ",") {
		if id, ok := builtin[w]; ok {
			return id, nil
		}
		if strings.HasPrefix(w, "@") {
			c, ok := g.classes[w[1:]]
			if !ok {
				return 0, fmt.Errorf("unknown class %s", w)
			}
			words = append(words, c...)
			continue
		}
		if w == "" || w != strings.ToLower(w) {
			return 0, fmt.Errorf("bad word %q", w)
		}
		words = append(words, w)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	key := strings.Join(words, ",")
	if id, ok := g.ids[key]; ok {
		return id, nil
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

func (g *gen) line(l string) error {
	if c, ok := strings.CutPrefix(l, "class "); ok {
		name, words, ok := strings.Cut(c, ":")
		if !ok || g.classes[name] != nil {
			return fmt.Errorf("bad or double class %q", name)
		}
		g.classes[name] = strings.Fields(words)
		return nil
	}
	f := strings.Split(l, "|")
	if len(f) != 4 {
		return fmt.Errorf("%d fields, want 4", len(f))
	}
	head := strings.Fields(f[0])
	if len(head) < 2 || !strings.Contains("vnao", head[0]) {
		return fmt.Errorf("bad head %q", f[0])
	}
	if !strings.HasSuffix(strings.TrimSpace(f[3]), ".") {
		return fmt.Errorf("no example")
	}
	conds := strings.Fields(f[1])
	// A list that mixes words and a computed class is two lines.
	for i, c := range conds {
		op, words, _ := strings.Cut(c, "=")
		list := strings.Split(words, ",")
		for j, w := range list {
			if _, ok := builtin[w]; ok && len(list) > 1 {
				rest := slices.Delete(slices.Clone(list), j, j+1)
				for k, alt := range []string{w, strings.Join(rest, ",")} {
					cs := slices.Clone(conds)
					cs[i] = op + "=" + alt
					if err := g.line(f[0] + "|" + strings.Join(cs, " ") + "|" + f[2] + "|" + f[3]); err != nil {
						return err
					}
					g.lines -= k
				}
				return nil
			}
		}
	}
	var enc []byte
	for _, c := range conds {
		b, err := g.cond(c)
		if err != nil {
			return err
		}
		enc = append(enc, b...)
	}
	code, err := encodeCode(strings.Fields(f[2]))
	if err != nil {
		return err
	}
	g.lines++
	entry := string(append([]byte{byte(len(conds))}, enc...)) + code
	slices.Sort(conds)
	for _, w := range head[1:] {
		if w != strings.ToLower(w) {
			return fmt.Errorf("lemma %q", w)
		}
		key := head[0] + " " + w
		id := key + "|" + strings.Join(conds, " ")
		if old, ok := g.seen[id]; ok {
			if strings.TrimSpace(old) == strings.TrimSpace(f[2]) {
				continue // the mixed lists of two lines may meet
			}
			return fmt.Errorf("%s stands twice (%s, %s)", id, old, f[2])
		}
		g.seen[id] = f[2]
		g.entries[key] = append(g.entries[key], entry)
	}
	return nil
}

// cond encodes one condition: operation, class, second class.
func (g *gen) cond(c string) ([]byte, error) {
	op, neg := c, false
	if o, ok := strings.CutPrefix(op, "no"); ok {
		op, neg = o, true
	} else if o, ok := strings.CutPrefix(op, "-"); ok {
		op, neg = o, true
	}
	op, words, _ := strings.Cut(op, "=")
	var code byte
	var a, b uint16
	var err error
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
			return nil, fmt.Errorf("unknown condition %q", c)
		}
		code = "soixatvmMPLGb"[i]
		if words != "" {
			if a, err = g.set(words); err != nil {
				return nil, err
			}
		} else if strings.ContainsRune("tvmMa", rune(code)) {
			return nil, fmt.Errorf("%q needs words", c)
		}
	}
	n := byte(0)
	if neg {
		n = 1
	}
	return []byte{code, n, byte(a), byte(a >> 8), byte(b), byte(b >> 8)}, nil
}

// encodeCode is flags, length and text of the code, length and text of the kind.
func encodeCode(f []string) (string, error) {
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
				return "", fmt.Errorf("unknown operator %s", w)
			}
			code = w
		case w[0] >= '0' && w[0] <= '9':
			if _, ok := ontology.LookupCode(w); !ok {
				return "", fmt.Errorf("unknown code %s", w)
			}
			code = w
		default:
			if _, ok := ontology.LookupKind(w); !ok {
				return "", fmt.Errorf("unknown kind %s", w)
			}
			kind = w
		}
	}
	if code == "" && kind == "" {
		return "", fmt.Errorf("no code")
	}
	return string([]byte{flags, byte(len(code))}) + code + string([]byte{byte(len(kind))}) + kind, nil
}
