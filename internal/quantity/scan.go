package quantity

import (
	"github.com/dateline-go/dateline/internal/number"
	"github.com/dateline-go/dateline/internal/token"
)

// maxNumbers bounds the numbers of one sentence.
const maxNumbers = 200

// scan reads the numbers of sentence s, dates and lengths of time aside.
func (f *finder) scan(s int32) {
	sent := &f.d.Sents[s]
	p := number.Tokens{D: f.d, Lo: sent.First, Hi: sent.Last}
	for i := sent.First; i < sent.Last && len(f.nums) < maxNumbers; {
		x, ok := p.At(i)
		if !ok || f.isTimeWord(i) {
			i++
			continue
		}
		g := figure{Number: x}
		f.unit(p, &g)
		f.ballot(p, &g)
		for k := g.First; k < g.Last; k++ {
			f.number.set(k, int32(len(f.nums)))
		}
		f.nums = append(f.nums, g)
		i = max(i+1, g.Last)
	}
}

// unit reads the unit of g.
func (f *finder) unit(p number.Tokens, g *figure) {
	if i := g.First - 1; i >= p.Lo && g.First == g.Core {
		sign := f.d.Tokens[i].Lower
		code, ok := wordTable.Text(sign, classSymbol)
		if noun, open := wordTable.Text(sign, classSign); open {
			code, ok = f.currency(f.in.Home, noun), true
		}
		if ok {
			g.First, g.unit, g.money = i, code, true
			p.Before(&g.Number)
			return
		}
	}
	j := g.Last
	if g.Glued {
		j++
	}
	if j >= p.Hi {
		return
	}
	t := &f.d.Tokens[j]
	if u, ok := wordTable.Text(t.Lower, classPercent); ok {
		g.unit, g.Last = u, j+1
	} else if t.Lower == "per" && j+1 < p.Hi && f.d.Tokens[j+1].Lower == "cent" {
		g.unit, g.Last = "%", j+2
	}
	if k := g.Last; k < p.Hi && wordTable.Has(f.d.Tokens[k].Lemma, classPoint) {
		if k == j && g.unit == "" {
			g.unit, g.Last = "points", k+1
		} else if g.unit == "%" {
			g.unit, g.Last = "pp", k+1
		}
		return
	}
	if u, ok := wordTable.Text(t.Lower, classPoints); ok && j+1 < p.Hi && wordTable.Has(f.d.Tokens[j+1].Lemma, classPoint) {
		g.unit, g.Last = u, j+2
		return
	}
	if g.unit == "" {
		f.sum(p, g, j)
	}
}

// leastScaled is the least number that makes money of a noun that is another
// word too.
const leastScaled = 1000

// sum reads the noun of a currency at token j: "dollars", "Canadian dollars".
func (f *finder) sum(p number.Tokens, g *figure, j int32) {
	country := f.in.Home
	if c, n := f.nation(p, j); n > 0 {
		country = c
		j += n
	}
	if j >= p.Hi {
		return
	}
	t := &f.d.Tokens[j]
	noun := t.Lemma
	if _, ok := wordTable.Text(noun, classCurrency); !ok {
		noun = t.Lower
	}
	code, ok := wordTable.Text(noun, classCurrency)
	if !ok || t.UPOS == token.VERB || wordTable.Has(noun, classScaled) && max(g.N, g.To) < leastScaled && j == g.Last {
		return
	}
	if c := f.currency(country, noun); c != "" || code == "-" {
		code = c
	}
	g.unit, g.money, g.Last = code, true, j+1
}

// nation is the country whose adjective stands at token j, and how many tokens
// it takes: "US", "Canadian".
func (f *finder) nation(p number.Tokens, j int32) (string, int32) {
	if j >= p.Hi || !f.d.Tokens[j].Is(token.Capital) || f.in.Gazetteer == nil {
		return "", 0
	}
	w := f.d.Word(j)
	if d, ok := f.in.Gazetteer.Demonym(w); ok && d.Country != "" {
		return d.Country, 1
	}
	if c := f.in.Gazetteer.CountryCode(w); c != "" {
		return c, 1
	}
	return "", 0
}

// currency is the code of the currency of that noun in a country, of a dollar
// the American where nothing tells.
func (f *finder) currency(country, noun string) string {
	var b [32]byte
	key := append(b[:0], country...)
	for i := range key {
		key[i] |= 0x20
	}
	key = append(append(key, ' '), noun...)
	if code, ok := wordTable.Text(string(key), classNational); ok {
		return code
	}
	if code, ok := wordTable.Text(noun, classCurrency); ok && code != "-" {
		return code
	}
	return ""
}

// ballot reads "220 votes to 211" as a pair.
func (f *finder) ballot(p number.Tokens, g *figure) {
	j := g.Last
	if g.Pair || g.unit != "" || j+1 >= p.Hi ||
		!wordTable.Has(f.d.Tokens[j].Lemma, classVote) || !wordTable.Has(f.d.Tokens[j+1].Lower, classAgainst) {
		return
	}
	if y, ok := p.At(j + 2); ok && !y.Vague && !y.Pair {
		g.To, g.Pair, g.Second, g.Last, g.vote = y.N, true, y.Core, y.Last, true
	}
}
