package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// word is what the tables say of the longest phrase that begins at a token.
type word struct {
	class  Class
	canon  string
	end    int32 // token after the phrase; 0 if there is none
	nation NationKind
	iso    string
	natEnd int32
	single Class  // of the one word at the token, when the phrase is longer
	office string // canon of it
	back   int32  // start of the longest role, title or body phrase that ends here, plus one; 0 if there is none
}

const maxPhrase = 7 // words of the longest phrase in the tables

// appendKey adds token i to a key under construction.
func appendKey(b []byte, d *token.Doc, i int32) []byte {
	t := &d.Tokens[i]
	w := t.Lower
	if w == "-" || w == "‑" {
		return b
	}
	if len(b) > 0 && !(t.Is(token.Joined) && strings.HasPrefix(w, "'")) {
		b = append(b, ' ')
	}
	if len(w) > 1 {
		w = strings.TrimSuffix(w, ".")
	}
	for j := 0; j < len(w); j++ {
		if w[j] == '-' {
			b = append(b, ' ')
		} else {
			b = append(b, w[j])
		}
	}
	return b
}

// lexicalise looks every token up.
func (f *finder) lexicalise() {
	d := f.d
	words, nations := open(wordsData), open(nationsData)
	f.words = make([]word, len(d.Tokens))
	var buf [96]byte
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Is(token.Punct) || len(t.Lower) > 40 {
			continue
		}
		w := &f.words[i]
		end := d.Sents[t.Sent].Last
		i := int32(i)
		key := appendKey(buf[:0], d, i)
		if v, ok := words.Find(string(key)); ok {
			c, canon := classOf(v)
			more := c&ClassPrefix != 0
			if c &^= ClassPrefix; c != 0 {
				w.class, w.canon, w.end = c, canon, i+1
				w.single, w.office = c, canon
			}
			for j, n := i+1, 1; more && j < end && n < maxPhrase && len(key) < 60; j++ {
				if d.Tokens[j].Is(token.Punct) {
					if l := d.Tokens[j].Lower; l == "-" || l == "‑" {
						continue
					}
					break
				}
				n++
				if len(d.Tokens[j].Lower) > 30 {
					break
				}
				key = appendKey(key, d, j)
				if at, ok := words.Search(string(key)); ok {
					_, v := words.At(at)
					if c, canon := classOf(v); c&^ClassPrefix != 0 {
						w.class, w.canon, w.end = c&^ClassPrefix, canon, j+1
					}
				} else if k, _ := words.At(at); at >= words.Len() || !strings.HasPrefix(k, string(key)) {
					break
				}
			}
		}
		if w.class&ClassProper != 0 && !t.Is(token.Capital) {
			w.class, w.end = 0, 0
		}
		if w.class&(ClassSeat|ClassBloc) != 0 && !t.Is(token.Capital) {
			w.class &^= ClassSeat | ClassBloc
			if w.class == 0 {
				w.end = 0
			}
		}
		if w.class&(ClassRole|ClassTitle|ClassOrg|ClassKin|ClassGroup) != 0 {
			if b := &f.words[w.end-1].back; *b == 0 {
				*b = i + 1
			}
		}
		if t.Is(token.Capital) {
			f.lookNation(nations, w, i, end, buf[:0])
		}
	}
}

func (f *finder) lookNation(nations packed.Table, w *word, i, end int32, key []byte) {
	d := f.d
	for j, n := i, 0; j < end && n < 5; j++ {
		t := &d.Tokens[j]
		if t.Is(token.Punct) {
			if t.Lower == "-" {
				continue
			}
			break
		}
		if len(t.Lower) > 30 || len(key) > 60 {
			break
		}
		n++
		key = appendKey(key, d, j)
		at, ok := nations.Search(string(key))
		if ok {
			if _, v := nations.At(at); len(v) > 1 {
				w.nation, w.iso, w.natEnd = NationKind(v[0]), v[1:], j+1
			}
			at++
		}
		if at >= nations.Len() {
			break
		}
		if k, _ := nations.At(at); !strings.HasPrefix(k, string(key)) {
			break
		}
	}
	// "us" is a country only in capitals.
	if w.iso == "US" && w.natEnd == i+1 && d.Tokens[i].Lower == "us" && !d.Tokens[i].Is(token.AllCaps) {
		w.nation, w.iso, w.natEnd = 0, "", 0
	}
}
