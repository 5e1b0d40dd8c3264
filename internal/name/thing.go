package name

import "github.com/dateline-go/dateline/internal/token"

// things finds the names of storms and ships, which are those of persons and
// towns, and gives a storm's bare name elsewhere the same type.
func (c *contexts) things() {
	d := c.d
	for i := int32(0); int(i)+1 < len(d.Tokens); i++ {
		d.CheckAt(int(i))
		t, n := &d.Tokens[i], &d.Tokens[i+1]
		if t.Sent != n.Sent || !n.Is(token.Capital) || n.Is(token.Punct) {
			continue
		}
		switch {
		case t.Is(token.AllCaps) && !n.Is(token.AllCaps) && wordTable.Has(t.Lower, classShip):
			end := i + 2
			if e := n.Ent; e != token.None {
				end = max(end, d.Ents[e].Last)
			}
			c.replace(i, end, token.MISC)
		case wordTable.Has(t.Lower, classStorm) && c.stormy(i):
			c.replace(i, i+2, token.MISC)
			if c.storms == nil {
				c.storms = map[string]bool{}
			}
			c.storms[n.Lower] = true
		}
	}
}

// stormy reports whether the word behind i, one for a storm, is that storm's
// name: one word alone.
func (c *contexts) stormy(i int32) bool {
	d := c.d
	t, n := &d.Tokens[i], &d.Tokens[i+1]
	if t.Lower == "storm" && !t.Is(token.Capital) && c.lower(i-1) != "tropical" {
		return false
	}
	if k := classOf(n); n.Is(token.AllCaps) || k&(Calendar|OrgWord|MiscWord|Role|Title) != 0 || k&Common != 0 && k&FirstName == 0 {
		return false
	}
	if t.Ent != token.None && d.Ents[t.Ent].First < i && d.Ents[t.Ent].Type == token.ORG {
		return false // the team of that name
	}
	next := i + 2
	return int(next) >= len(d.Tokens) || d.Tokens[next].Sent != t.Sent || !d.Tokens[next].Is(token.Capital) || d.Tokens[next].Is(token.Punct)
}

// bareStorm reports whether e is the name of one of the article's storms, with
// no word before it that makes it a person's.
func (c *contexts) bareStorm(e *token.Entity) bool {
	return e.Last-e.First == 1 && e.Type != token.MISC && c.storms[c.lower(e.First)] && c.class(e.First-1)&(Title|Role) == 0
}
