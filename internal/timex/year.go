package timex

import (
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/when"
)

// shortYear is the year that two digits stand for in news.
func shortYear(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}

// decadeWord reads "1990s", "'90s", "90s"; short is true if the century is
// not written.
func decadeWord(s string) (year int, short, ok bool) {
	if len(s) > 0 && s[0] == '\'' {
		s, short = s[1:], true
	}
	if len(s) < 3 || s[len(s)-1] != 's' {
		return 0, false, false
	}
	s = s[:len(s)-1]
	if s[len(s)-1] == '\'' {
		s = s[:len(s)-1]
	}
	n, ok := integer(s)
	switch {
	case !ok || n%10 != 0:
		return 0, false, false
	case len(s) == 4 && n >= 1000 && n < 2100:
		return n, false, true
	case len(s) == 2:
		if n <= 20 {
			return 2000 + n, true, short
		}
		return 1900 + n, true, true
	}
	return 0, false, false
}

// yearFirst reads a bare year, a decade and ranges of years.
func (p *scanner) yearFirst(i int32) (expr, bool) {
	s := p.low(i)
	if y, short, ok := decadeWord(s); ok {
		// "in his 30s" is an age.
		if short && (p.any(i-1, "his", "her", "their", "my", "your", "our") || p.w(i-1).class == early && p.any(i-2, "his", "her", "their", "my") || y < 1920 || y%100 == 0) {
			return expr{}, false
		}
		if short && s[0] != '\'' && !p.any(i-1, "the", "early", "late", "mid", "-", "and", "or") {
			return expr{}, false
		}
		if y%100 == 0 && y < 2000 {
			e := newExpr(kDecade, i, i+1, "century", 80)
			e.year, e.unit = y, when.Century
			return e, true
		}
		e := newExpr(kDecade, i, i+1, "decade", 95)
		e.year, e.unit = y, when.Decade
		return e, true
	}
	if s[0] == '\'' && len(s) == 3 {
		n, ok := integer(s[1:])
		e := newExpr(kDate, i, i+1, "short-year", 75)
		e.year = shortYear(n)
		return e, ok && p.any(i-1, "in", "since", "of", "from", "by", "until", "to", "during", "spring", "summer", "fall", "winter", "class")
	}
	if n := indexByte(s, '/'); n == 4 || indexByte(s, '-') == 4 {
		return p.slashYears(i)
	}
	y, ok := year4(s)
	if ok && p.is(i+1, "'s") && p.glued(i+1) && y%10 == 0 && (p.any(i-1, "the", "early", "late", "-") || p.w(i-1).class == early) {
		e := newExpr(kDecade, i, i+2, "decade", 90)
		e.year, e.unit = y, when.Decade
		return e, true
	}
	if !ok {
		if n, isInt := integer(s); isInt && n > 0 && n < 1500 && p.any(i+1, "bc", "b.c.", "bce", "b.c.e.", "ad", "a.d.", "ce") {
			e := newExpr(kDate, i, i+2, "era-year", 90)
			e.year = n
			if p.any(i+1, "bc", "b.c.", "bce", "b.c.e.") {
				e.year = 1 - n
			}
			return e, len(s) < 5
		}
		return expr{}, false
	}
	if !p.yearContext(i) {
		return expr{}, false
	}
	e := newExpr(kDate, i, i+1, "year", 90)
	e.year = y
	if p.any(i+1, "bc", "b.c.", "bce") {
		e.year, e.last = 1-y, i+2
	} else if p.any(i+1, "ad", "a.d.", "ce") {
		e.last = i + 2
	}
	// "2014-16", "2014–2016".
	if p.dash(i+1) && p.flag(i+2, token.HasDigit) && p.glued(i+1) {
		t := p.low(i + 2)
		n, ok := integer(t)
		switch {
		case ok && len(t) == 2 && n > y%100:
			n += y - y%100
		case ok && len(t) == 4 && n > y && n < 2200:
		default:
			return e, true
		}
		if !p.glued(i + 2) {
			return e, true
		}
		e.endYear, e.last, e.rule = n, i+3, "year-range"
	}
	return e, true
}

// slashYears reads "1997/98".
func (p *scanner) slashYears(i int32) (expr, bool) {
	s := p.low(i)
	y, ok := year4(s[:4])
	if !ok || len(s) != 7 && len(s) != 9 {
		return expr{}, false
	}
	n, ok := integer(s[5:])
	if len(s) == 7 {
		n += y - y%100
	}
	e := newExpr(kDate, i, i+1, "year-range", 85)
	e.year, e.endYear = y, n
	return e, ok && n > y && n-y < 100 && y < 2100
}

// yearContext reports whether the number at i, which could be a year, is one.
func (p *scanner) yearContext(i int32) bool {
	y, isDigits := year4(p.low(i))
	if isDigits && (y < 1000 || y > 2150) {
		return false
	}
	plausible := !isDigits || y >= 1900 && y <= 2059
	prev := p.low(i - 1)
	if p.glued(i) && prev != "(" && prev != "–" && prev != "-" && prev != "—" && prev != "\"" && prev != "[" && prev != "“" && prev != "/" {
		return false
	}
	if p.any(i+1, "%", "percent", "°", "hrs", "hours", "gmt", "-") && !p.dash(i+1) {
		return false
	}
	if p.hyphen(i+1) && !p.flag(i+2, token.HasDigit) && p.w(i+2).class != unit && !p.any(i+2, "era", "style", "vintage", "built", "based", "born", "model", "level", "levels", "era.", "present", "and", "to") {
		// "1990-model cars" is a year; "1500-mile" is not.
		if !plausible || p.any(i+2, "mile", "meter", "metre", "foot", "pound", "member", "seat", "room", "man", "page", "acre", "kilometer", "point", "strong", "ton", "word", "store", "hp", "cc", "square", "megawatt", "employee", "series", "bed", "horsepower") {
			return false
		}
	}
	if p.flag(i+1, token.Capital) && p.any(i+2, "street", "st.", "avenue", "ave.", "road", "rd.", "boulevard", "blvd.", "drive", "lane", "way", "place", "square") {
		return false
	}
	switch prev {
	case "$", "€", "£", "¥", "#", "no.", "no", "nos.", "number", "room", "flight", "highway", "route", "section", "chapter", "page", "act", "boeing", "channel", "unit", "resolution", "+", "suite", "windows", "airbus", "model", "local", "lot", "nasdaq", "nikkei", "rs", "building", "area", "code":
		return false
	case "in", "since", "of", "from", "until", "till", "before", "after", "during", "circa", "between", "year", "late", "early", "mid", "fiscal", "through":
		switch {
		case !p.quantityNext(i), plausible && (prev == "early" || prev == "late" || prev == "mid" || prev == "since" || prev == "during" || prev == "until"):
			return true
		case prev == "in":
			// "In 1965 troops landed", but "lights in 2000 homes".
			return plausible && (i-1 == p.lo || p.is(i-2, ",") || !p.plural(i+1))
		}
		return false
	case "about", "around", "over", "nearly", "some", "than", "least", "almost", "approximately", "roughly", "exactly", "only", "another", "most", "up", "all", "these", "those", "a", "an", "every", "per":
		if (prev == "a" || prev == "an") && plausible && !p.plural(i+1) {
			return true
		}
		return plausible && prev == "around" && !p.quantityNext(i)
	}
	if !plausible {
		return y >= 1500 && y < 2100 && (p.any(i-1, "by", "to", "and", "(", "-", "–", ",") && (p.any(i+1, ",", ".", ")", ";", "and", "to", "-", "–", "in", "by", "with", "as", "when", "") || i+1 == p.hi)) && !p.quantityNext(i)
	}
	return !p.quantityNext(i) || prev == "the" && !p.plural(i+1)
}

// plural reports whether token i looks like a plural noun.
func (p *scanner) plural(i int32) bool {
	if i < p.lo || i >= p.hi {
		return false
	}
	t := &p.d.Tokens[i]
	if t.UPOS != token.NoUPOS {
		return t.UPOS == token.NOUN && (t.Feats.Has(token.NumberPlur) || t.XPOS == token.NNS)
	}
	s := t.Lower
	if t.Flags&(token.Punct|token.Joined|token.Capital) != 0 || len(s) < 4 {
		return s == "men"
	}
	switch s {
	case "was", "has", "is", "does", "this", "its", "his", "as", "us", "versus", "always", "perhaps", "thus", "across", "towards", "besides", "less", "unless", "was.":
		return false
	case "people", "men", "women", "children", "feet", "percent", "troops":
		return true
	}
	return s[len(s)-1] == 's' && s[len(s)-2] != 's'
}

// quantityNext reports whether the number at i counts what follows it.
func (p *scanner) quantityNext(i int32) bool {
	j := i + 1
	if j >= p.hi {
		return false
	}
	t := &p.d.Tokens[j]
	if t.UPOS == token.ADJ || t.UPOS == token.NoUPOS && p.any(j, "new", "square", "more", "other", "british", "american", "jobs", "additional", "foreign", "young") {
		if p.plural(j + 1) {
			return true
		}
	}
	return p.plural(j) && !p.any(j, "elections", "games", "olympics", "results", "sales", "earnings", "attacks", "bombings", "profits", "revenues", "talks", "killings", "riots", "levels", "figures", "accords", "hearings", "protests", "championships", "fires", "floods", "riots", "uprisings", "demonstrations", "murders", "prices", "estimates", "forecasts", "terms", "goals", "targets")
}
