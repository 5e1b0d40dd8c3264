package actor

import (
	"strings"

	"github.com/dateline-go/dateline/internal/token"
)

// states makes mentions of countries that act or are acted on, of peoples
// ("Russians"), and of capitals that speak for their government.
func (f *finder) states() {
	d := f.d
	for i := range f.names {
		n := &f.names[i]
		if n.used || n.typ != token.LOC && n.typ != token.NORP {
			continue
		}
		w := &f.words[n.first]
		if w.nation == 0 || w.natEnd != n.last {
			continue
		}
		m := Mention{Span: d.SpanOf(n.first, n.last), First: n.first, Last: n.last, Head: n.last - 1, Form: Name,
			Name: f.clean(n.first, n.last), Number: Sing, Country: w.iso, Score: 70}
		m.Full = m.Span
		switch {
		case w.nation&NationName != 0 && !f.modifier(n):
			if c := f.placeCountry(m.Span); f.locative(n) || c != "" && c != w.iso {
				continue
			}
			m.Kind, m.Gender, m.Rule = State, Neut, "country-name"
			if w.iso == "US" && strings.HasPrefix(m.Name, "the ") {
				m.Name = m.Name[4:]
			}
		case w.nation&NationPeople != 0 && w.nation&NationName == 0 && (!f.tagged || d.Tokens[n.last-1].UPOS == token.PROPN || d.Tokens[n.last-1].UPOS == token.NOUN) && !f.modifier(n):
			m.Kind, m.Number, m.Rule = Group, Plur, "people-of-country"
		case w.nation&NationPerson != 0 && w.nation&NationName == 0 && (f.lower(n.first-1) == "a" || f.lower(n.first-1) == "the") && f.tagged && d.Tokens[n.last-1].UPOS != token.ADJ && !f.modifier(n):
			m.Kind, m.Rule, m.Form = RoleOnly, "person-of-country", Nominal
			m.First = n.first - 1
			m.Span = d.SpanOf(m.First, n.last)
			m.Full = m.Span
			m.Definite = f.lower(n.first-1) == "the"
		case w.nation&NationCapital != 0 && f.metonym(n):
			m.Kind, m.Gender, m.Rule = State, Neut, "capital-for-state"
		default:
			continue
		}
		n.used = true
		f.out = append(f.out, m)
	}
}

// modifier reports whether name n stands before a noun that it modifies:
// "U.S. forces".
func (f *finder) modifier(n *name) bool {
	d := f.d
	if int(n.last) >= len(d.Tokens) || !f.sameSent(n.last, n.first) {
		return false
	}
	t := &d.Tokens[n.last]
	if t.Lower == "-" && !t.Is(token.SpaceBefore) {
		return f.sameSent(n.last+1, n.first) && f.nameAt[n.last+1] == 0
	}
	if f.parsed {
		h := d.Tokens[n.last-1].Head
		if h != token.None && h >= n.last {
			switch d.Tokens[n.last-1].Rel.Base() {
			case token.Amod, token.Compound, token.Flat:
				return true
			}
		}
		return false
	}
	p := f.pos(n.last)
	return p == token.NOUN || p == token.ADJ || p == token.PROPN && f.nameAt[n.last] == 0
}

// locative reports whether name n is only where something is, or whose it is,
// and neither acts nor is acted on.
func (f *finder) locative(n *name) bool {
	// "in Greece, Bulgaria and Italy": what stands before the list counts
	for k := 0; k < 20; k++ {
		i := n.first - 1
		for f.sameSent(i, n.first) && (f.lower(i) == "and" || f.lower(i) == "or" || f.lower(i) == "," || f.lower(i) == "the") {
			i--
		}
		if i == n.first-1 || !f.sameSent(i, n.first) || f.lower(i+1) == "the" && i+1 == n.first-1 {
			break
		}
		o := f.nameAt[i]
		if o == 0 || f.names[o-1].typ != token.LOC {
			break
		}
		if f.lower(i+1) == "," && f.lower(n.first-1) == "," && f.words[f.names[o-1].first].nation&NationName == 0 {
			return true // "Kyiv, Ukraine"
		}
		n = &f.names[o-1]
	}
	if f.possessive(min(n.last, int32(len(f.d.Tokens)-1))) && f.sameSent(n.last, n.first) {
		return f.sameSent(n.last+1, n.first) && placeNoun(f.lower(n.last+1))
	}
	i := n.first - 1
	if f.sameSent(i, n.first) && f.lower(i) == "the" {
		i--
	}
	if !f.sameSent(i, n.first) {
		return false
	}
	switch f.lower(i) {
	case "in", "near", "across", "inside", "outside", "throughout", "around", "into", "within", "through", "via", "northern", "southern", "eastern", "western", "central", "onto", "off", "neighboring", "neighbouring", "southwestern", "northeastern", "from", "along", "beyond":
		return true
	case "at":
		return !f.sameSent(i-1, n.first)
	case "of":
		return !f.sameSent(i-1, n.first) || !deedNoun(f.lower(i-1))
	case "to":
		return f.sameSent(i-1, n.first) && (f.motion(i-1) || f.sameSent(i-2, i) && f.motion(i-2))
	}
	return false
}

// placeNoun reports whether w, behind "France's", makes it no more than where
// something is or how it ranks.
func placeNoun(w string) bool {
	switch w {
	case "capital", "border", "borders", "coast", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "largest", "biggest", "worst", "best", "first", "second", "third", "most", "oldest", "only", "city", "town", "region", "province", "population", "airport", "main", "longest", "highest", "smallest", "richest", "poorest", "top", "last", "latest", "former", "coastline", "territory", "mountains", "land":
		return true
	}
	return strings.HasSuffix(w, "th") && len(w) > 5 // "eleventh"
}

// deedNoun reports whether "w of Ukraine" is done to Ukraine.
func deedNoun(w string) bool {
	switch w {
	case "invasion", "occupation", "annexation", "recognition", "destruction", "defeat", "criticism", "support", "accusation", "blockade", "bombing", "bombardment", "betrayal", "condemnation", "liberation", "isolation", "ally", "allies", "accused", "accuses", "accusing", "critical", "supportive", "wary", "ahead", "suspicious", "denunciation", "shelling", "conquest", "partition", "defense", "defence":
		return true
	}
	return false
}

// motion reports whether token i is a verb or noun of going, so that "to
// France" is where to.
func (f *finder) motion(i int32) bool {
	w := f.d.Tokens[i].Lemma
	if w == "" {
		w = f.lower(i)
	}
	switch w {
	case "go", "went", "travel", "traveled", "travelled", "fly", "flew", "return", "returned", "move", "moved", "come", "came", "visit", "trip", "flight", "journey", "tour", "flee", "fled", "migrate", "emigrate", "immigrate", "deport", "extradite", "export", "import", "ship", "head", "drive", "sail", "back", "way", "road", "access", "spread", "travels", "exports", "born", "belong", "close", "relocate", "arrive", "brought", "bring", "transfer", "visitor", "route", "border", "escape", "native", "indigenous", "unique":
		return true
	}
	return false
}

// metonym reports whether a capital's name acts like its government: subject
// of a verb of saying or deciding, a side of "between ... and ...".
func (f *finder) metonym(n *name) bool {
	d := f.d
	if f.parsed {
		t := &d.Tokens[n.last-1]
		if t.Rel.Base() == token.Nsubj && t.Head != token.None && actingVerb(d.Tokens[t.Head].Lemma, d.Tokens[t.Head].Lower) {
			return true
		}
		if t.Rel == token.OblAgent {
			return true
		}
	} else if f.sameSent(n.last, n.first) && (n.first == d.Sents[d.Tokens[n.first].Sent].First || f.pos(n.first-1) != token.ADP) {
		j := n.last
		for f.sameSent(j, n.first) && (f.pos(j) == token.AUX || f.pos(j) == token.ADV) {
			j++
		}
		if f.sameSent(j, n.first) && actingVerb("", d.Tokens[j].Lower) {
			return true
		}
	}
	// "talks with Tehran"
	if f.lower(n.first-1) == "with" && f.sameSent(n.first-2, n.first) {
		switch f.lower(n.first - 2) {
		case "talks", "deal", "agreement", "relations", "ties", "negotiations", "tensions", "war", "dialogue", "alliance", "contacts", "cooperation", "conflict", "accord", "truce", "treaty", "pact", "rift", "friendship":
			return true
		}
	}
	// "between Moscow and Kyiv"
	if f.lower(n.first-1) == "between" && f.lower(n.last) == "and" {
		return true
	}
	return f.lower(n.first-1) == "and" && n.first > 3 && f.nameAt[n.first-2] != 0 && f.lower(f.names[f.nameAt[n.first-2]-1].first-1) == "between"
}

func actingVerb(lemma, form string) bool {
	w := lemma
	if w == "" {
		w = form
		for _, suf := range []string{"ed", "s"} {
			if t, ok := strings.CutSuffix(w, suf); ok && len(t) > 2 {
				w = t
				break
			}
		}
	}
	switch w {
	case "say", "said", "sai", "warn", "accuse", "accus", "want", "demand", "agree", "agre", "reject", "insist", "deny", "denie", "deni", "claim", "announce", "announc", "vow", "threaten", "urge", "urg", "refuse", "refus", "seek", "sought", "hope", "hop", "plan", "plann", "support", "back", "oppose", "oppos", "respond", "react", "retaliate", "retaliat", "condemn", "criticize", "criticise", "call", "impose", "impos", "sign", "send", "sent", "offer", "propose", "propos", "accept", "decide", "decid", "consider", "fear", "see", "view", "blame", "blam", "expel", "summon", "recall", "ban", "bann", "approve", "approv", "declare", "declar", "pledge", "pledg", "promise", "promis", "expect", "launch", "maintain", "signal", "confirm", "welcome", "welcom", "dismiss", "argue", "argu", "believe", "believ", "ask", "tell", "told", "negotiate", "try", "tri", "withdraw", "withdrew", "cut", "suspend", "halt", "allow", "prepare", "prepar", "give", "gave", "supply", "suppli", "recognize", "recognise", "annex", "invade", "attack", "describe", "use", "deploy", "push", "press", "pressure", "intend", "aim", "need", "add", "express", "note", "stress", "reiterate", "continue", "respect", "lift", "regard", "freeze", "hit", "begin", "start", "fire", "order", "favor", "favour", "remain", "take", "took":
		return true
	}
	return false
}
