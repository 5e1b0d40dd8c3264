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
	l := lexer{d: d, words: open(wordsData), nations: open(nationsData)}
	f.wordAt = make([]int32, len(d.Tokens))
	f.words = []*wordChunk{{}}
	f.nWords = 1
	for i := range d.Tokens {
		d.CheckAt(i)
		t := &d.Tokens[i]
		if t.Is(token.Punct) || len(t.Lower) > maxWord {
			continue
		}
		w := *f.word(int32(i))
		l.word(&w, int32(i))
		l.cased(&w, t)
		if t.Is(token.Capital) {
			l.nation(&w, int32(i))
		}
		if w != (word{}) {
			*f.known(int32(i)) = w
		}
		if w.class&(ClassRole|ClassTitle|ClassOrg|ClassKin|ClassGroup) != 0 {
			if b := f.known(w.end - 1); b.back == 0 {
				b.back = int32(i) + 1
			}
		}
	}
}

// wordChunk are words that are made at once: those of a long text are not moved
// when there are more.
type wordChunk [chunkWords]word

const chunkWords = 128

// word is what the tables know of token i.
func (f *finder) word(i int32) *word {
	k := f.wordAt[i]
	return &f.words[k/chunkWords][k%chunkWords]
}

// known is word for writing.
func (f *finder) known(i int32) *word {
	if f.wordAt[i] == 0 {
		if f.nWords%chunkWords == 0 {
			f.words = append(f.words, new(wordChunk))
		}
		f.wordAt[i] = int32(f.nWords)
		f.nWords++
	}
	return f.word(i)
}

const (
	maxWord   = 40 // bytes of a word that is looked up
	maxMore   = 30 // bytes of a further word of a phrase
	maxKey    = 60 // bytes of a phrase to which one more word is added
	maxNation = 5  // words of the longest name of a country
)

// lexer looks words and phrases up in the tables.
type lexer struct {
	d              *token.Doc
	words, nations packed.Table
	buf            [96]byte
}

// word looks up the longest phrase that begins at token i.
func (l *lexer) word(w *word, i int32) {
	v, ok := l.words.Find(l.single(i))
	if !ok {
		return
	}
	c, canon := classOf(v)
	more := c&ClassPrefix != 0
	if c &^= ClassPrefix; c != 0 {
		w.class, w.canon, w.end = c, canon, i+1
		w.single, w.office = c, canon
	}
	if more {
		l.phrase(w, i)
	}
}

// single is the key of token i alone.
func (l *lexer) single(i int32) string {
	w := l.d.Tokens[i].Lower
	if strings.IndexByte(w, '-') < 0 && (len(w) < 2 || w[len(w)-1] != '.') {
		return w
	}
	return string(appendKey(l.buf[:0], l.d, i))
}

// phrase goes on from token i to longer phrases.
func (l *lexer) phrase(w *word, i int32) {
	key := appendKey(l.buf[:0], l.d, i)
	end := l.d.Sents[l.d.Tokens[i].Sent].Last
	for j, n := i+1, 1; j < end && n < maxPhrase && len(key) < maxKey; j++ {
		t := &l.d.Tokens[j]
		if t.Is(token.Punct) {
			if t.Lower == "-" || t.Lower == "‑" {
				continue
			}
			return
		}
		n++
		if len(t.Lower) > maxMore {
			return
		}
		key = appendKey(key, l.d, j)
		at, ok := l.words.Search(string(key))
		if !ok {
			if k, _ := l.words.At(at); at >= l.words.Len() || !strings.HasPrefix(k, string(key)) {
				return
			}
			continue
		}
		_, v := l.words.At(at)
		if c, canon := classOf(v); c&^ClassPrefix != 0 {
			w.class, w.canon, w.end = c&^ClassPrefix, canon, j+1
		}
	}
}

// cased takes back what w is only with a capital.
func (l *lexer) cased(w *word, t *token.Token) {
	if t.Is(token.Capital) {
		return
	}
	if w.class&ClassProper != 0 {
		w.class, w.end = 0, 0
	}
	if w.class&(ClassSeat|ClassBloc) != 0 {
		if w.class &^= ClassSeat | ClassBloc; w.class == 0 {
			w.end = 0
		}
	}
}

// nation looks up the longest name of a country or people that begins at
// token i.
func (l *lexer) nation(w *word, i int32) {
	key := l.buf[:0]
	end := l.d.Sents[l.d.Tokens[i].Sent].Last
	for j, n := i, 0; j < end && n < maxNation; j++ {
		t := &l.d.Tokens[j]
		if t.Is(token.Punct) && t.Lower == "-" {
			continue
		}
		if t.Is(token.Punct) || len(t.Lower) > maxMore || len(key) > maxKey {
			break
		}
		n++
		key = appendKey(key, l.d, j)
		at, ok := l.nations.Search(string(key))
		if ok {
			if _, v := l.nations.At(at); len(v) > 1 {
				w.nation, w.iso, w.natEnd = NationKind(v[0]), v[1:], j+1
			}
			at++
		}
		if at >= l.nations.Len() {
			break
		}
		if k, _ := l.nations.At(at); !strings.HasPrefix(k, string(key)) {
			break
		}
	}
	// "us" is a country only in capitals.
	if t := &l.d.Tokens[i]; w.iso == "US" && w.natEnd == i+1 && t.Lower == "us" && !t.Is(token.AllCaps) {
		w.nation, w.iso, w.natEnd = 0, "", 0
	}
}
