// Package transition is the machine under the dependency parser: the atoms of
// a word that features are made of, the arc-hybrid transition system (Kuhlmann,
// Gómez-Rodríguez and Satta 2011) with the root at the end of the buffer, and
// the feature templates. The parser runs it and its trainer learns from it, so
// that both see the very same features.
package transition

import (
	"github.com/dateline-go/dateline/internal/cluster"
	"github.com/dateline-go/dateline/internal/packed"
	"github.com/dateline-go/dateline/internal/token"
)

// Word is what features see of one word, each atom already a 64-bit hash.
type Word struct {
	form, lemma, tag, kind, wide, mid, fine uint64
	tagID                                   uint8
}

// MakeWord is the word of a tagged token.
func MakeWord(t *token.Token) Word {
	w := Word{form: packed.WordHash(t.Lower), tagID: uint8(t.XPOS)}
	w.lemma = w.form
	if t.Lemma != "" && t.UPOS != token.PROPN {
		w.lemma = packed.WordHash(t.Lemma)
	}
	// The Penn tag parts forms, the universal one auxiliaries from verbs and
	// subordinators from prepositions.
	w.tag = packed.Mix(uint64(t.XPOS)<<8 | uint64(t.UPOS))
	w.kind = packed.Mix(4<<20 | kind(t))
	if c, ok := cluster.OfToken(t); ok {
		w.wide = packed.Mix(5<<20 | uint64(c.Coarse()))
		w.mid = packed.Mix(1<<20 | uint64(c.Mid()))
		w.fine = packed.Mix(2<<20 | uint64(c))
	} else {
		w.wide = w.kind
		w.mid = w.kind
		w.fine = packed.Mix(3<<20 | uint64(t.XPOS))
	}
	return w
}

// kind is a coarse tag, for context in which fine ones are too many, and the
// tagger's errors among them (name or noun, adjective or noun) do no good.
func kind(t *token.Token) uint64 {
	switch t.XPOS {
	case token.NN, token.NNS, token.NNP, token.NNPS:
		return 20
	case token.VBD, token.VBP, token.VBZ, token.MD:
		if t.UPOS == token.AUX {
			return 21
		}
		return 22
	case token.VB:
		return 23
	case token.VBG:
		return 24
	case token.VBN:
		return 25
	case token.Comma:
		return 26
	case token.Stop:
		return 27
	case token.OpenQuote, token.CloseQuote:
		return 28
	case token.LRB, token.RRB:
		return 29
	}
	return uint64(t.UPOS)
}

var (
	// nothing stands where there is no word, root at the end of the buffer.
	nothing = Word{form: 0x8d5f1a3c7be90247, lemma: 0x2be7c94a6610f3d9, tag: 0xc3a1765be80f942d,
		kind: 0x4be61c9d2f58a073, wide: 0xd90b3e57a61c84f2, mid: 0x71fe20b9d4c8653b, fine: 0x5a94e3170cbd862f}
	root = Word{form: 0xe19c4b7a20d5f683, lemma: 0x94b3f06d7ea2c15f, tag: 0x3d68a9c1f75e024b,
		kind: 0xa2f70c5b91d6e834, wide: 0x68c4d12ef09b357a, mid: 0xb8072fe46a91d35d, fine: 0x06f1d5b98c37ea41}
)
