package title

import (
	"slices"

	"github.com/dateline-go/dateline/internal/syntax"
	"github.com/dateline-go/dateline/internal/token"
)

// hedge keeps what somebody only says that somebody says, or what is only
// claimed, from being told as a fact: of "reports that she claimed that he beat
// her" it is not that he beat her.
func (b *builder) hedge() {
	n := slices.IndexFunc(b.parts, func(p part) bool { return p.tok == b.says && p.text == "" && p.behind == 0 })
	if n < 1 || !b.in.Fact || b.tok(b.says).UPOS != token.VERB || b.copula(b.says) || syntax.Group(b.Doc, b.says).Negated {
		return
	}
	said, claimed, told := b.layers(b.says)
	w := "reportedly "
	if claimed > 0 {
		w = "allegedly "
	}
	if told || said+claimed < 2 && (claimed == 0 || b.in.Said) || slices.ContainsFunc(b.parts, func(p part) bool { return wordTable.Has(b.tok(p.tok).Lower, classHedge) }) {
		return
	}
	b.parts[n].text = w + b.Word(b.says)
}

// layers counts what clause i stands below: words of saying, and those of claims
// that may be false. It reports whether the title has one of them.
func (b *builder) layers(i int32) (said, claimed int, told bool) {
	for range maxClimb {
		t := b.tok(i)
		h := t.Head
		if h == token.None {
			break
		}
		switch up := b.tok(h); t.Rel {
		case token.Ccomp, token.Acl:
			switch {
			case t.Rel == token.Acl && up.UPOS != token.NOUN:
			case wordTable.Has(up.Lemma, classClaiming):
				claimed++
				told = told || b.holds(h)
			case wordTable.Has(up.Lemma, classSaying):
				said++
				told = told || b.holds(h)
			}
		case token.AclRelcl:
			return // a clause beside what it tells
		}
		i = h
	}
	return
}
