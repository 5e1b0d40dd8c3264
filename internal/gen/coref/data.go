package main

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
)

// gold is a document of GUM: its text, and the chain of each mention by where
// its head begins.
type gold struct {
	text  string
	chain map[int32]string
}

// openSpan is a mention whose end has not come.
type openSpan struct {
	id, kind string
	first    int
}

type reader struct {
	docs  []gold
	keep  bool
	text  strings.Builder
	chain map[int32]string
	par   bool
	words []word
	raw   string
	stack []openSpan
}

type word struct {
	form, entity string
	head         int
	start        int32
}

// readGUM reads the documents of a file in CoNLL-U that are of one of genres.
func readGUM(path string, genres []string) ([]gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := &reader{}
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for sc.Scan() {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			r.flush()
			r.keep = false
		case strings.HasPrefix(l, "# meta::genre = "):
			r.keep = slices.Contains(genres, strings.TrimPrefix(l, "# meta::genre = "))
		case strings.HasPrefix(l, "# newpar"):
			r.par = true
		case strings.HasPrefix(l, "# text = "):
			r.raw = strings.TrimPrefix(l, "# text = ")
		case l == "":
			r.sentence()
		case l[0] != '#':
			c := strings.Split(l, "\t")
			if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
				continue
			}
			head, err := strconv.Atoi(c[6])
			if err != nil {
				return nil, err
			}
			r.words = append(r.words, word{form: c[1], head: head - 1, entity: field(c[9], "Entity")})
		}
	}
	r.flush()
	return r.docs, sc.Err()
}

func field(misc, name string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(f, name+"="); ok {
			return v
		}
	}
	return ""
}

func (r *reader) flush() {
	if r.keep && r.text.Len() > 0 {
		r.docs = append(r.docs, gold{r.text.String() + "\n", r.chain})
	}
	r.text.Reset()
	r.chain, r.stack = map[int32]string{}, nil
}

// sentence ends a sentence: its words get their places, its mentions end.
func (r *reader) sentence() {
	if len(r.words) > 0 && r.keep {
		switch {
		case r.text.Len() == 0:
		case r.par:
			r.text.WriteString("\n\n")
		default:
			r.text.WriteByte(' ')
		}
		at, base := 0, r.text.Len()
		for i := range r.words {
			w := &r.words[i]
			if k := strings.Index(r.raw[at:], w.form); k >= 0 {
				at += k
				w.start = int32(base + at)
				at += len(w.form)
			} else {
				w.start = int32(base + at) // a word that is written together with the one before
			}
		}
		r.text.WriteString(r.raw)
		r.mentions()
	}
	r.words, r.par, r.raw = nil, false, ""
}

// mentions reads the brackets of the sentence.
func (r *reader) mentions() {
	for i := range r.words {
		for e := r.words[i].entity; e != ""; {
			end := strings.IndexAny(e[1:], "()") + 1
			if end == 0 {
				end = len(e)
			}
			switch {
			case e[0] == '(':
				f := strings.Split(e[1:end], "-")
				o := openSpan{id: f[0], first: i}
				if len(f) > 1 {
					o.kind = f[1]
				}
				if end < len(e) && e[end] == ')' {
					r.close(o, i)
					end++
				} else {
					r.stack = append(r.stack, o)
				}
			default:
				if end = strings.IndexByte(e, ')'); end < 0 {
					end = len(e) - 1
				}
				id, _, _ := strings.Cut(e[:end], "-")
				for k := len(r.stack) - 1; k >= 0; k-- {
					if r.stack[k].id == id {
						r.close(r.stack[k], i)
						r.stack = slices.Delete(r.stack, k, k+1)
						break
					}
				}
				end++
			}
			e = e[end:]
		}
	}
	r.stack = nil
}

// close notes the chain of a mention of a person, a body or a place at its head.
func (r *reader) close(o openSpan, last int) {
	if o.kind != "person" && o.kind != "organization" && o.kind != "place" {
		return
	}
	for k := o.first; k <= last; k++ {
		if h := r.words[k].head; h < o.first || h > last {
			r.chain[r.words[k].start] = o.id
			return
		}
	}
}
