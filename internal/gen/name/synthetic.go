package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/internal/name"
	"github.com/dateline-go/dateline/internal/token"
)

// maker fills templates.
type maker struct {
	rng   *rand.Rand
	pools map[string][]string
	tmpl  []string
	last  string // the last body
}

// pick is a random item of a pool.
func (m *maker) pick(pool string) string {
	p := m.pools[pool]
	if len(p) == 0 {
		panic("gen/name: empty pool " + pool)
	}
	return p[m.rng.IntN(len(p))]
}

func (m *maker) chance(p float64) bool { return m.rng.Float64() < p }

func (m *maker) number(lo, hi int) string { return strconv.Itoa(lo + m.rng.IntN(hi-lo+1)) }

var syllables = strings.Fields("al an ar ba bel bor ca cen cor da del den dor el en er fa fen fin ga gen gor ha hel in jo ka kel kor " +
	"la len lin lor ma mar mel mon na nel nor o pa pel ra ren rin ro sa sel ser so ta tel ten tor ul va vel ver vi za zen zor")

func (m *maker) coinage() string {
	w := ""
	for range 2 + m.rng.IntN(2) {
		w += syllables[m.rng.IntN(len(syllables))]
	}
	w += []string{"", "", "a", "ex", "is", "co", "tek", "net", "ia", "on", "us"}[m.rng.IntN(11)]
	return strings.ToUpper(w[:1]) + w[1:]
}

func (m *maker) surname() string {
	switch r := m.rng.Float64(); {
	case r < 0.75:
		return m.pick("surname")
	case r < 0.80:
		return "Mc" + m.pick("surname")
	case r < 0.83:
		return "O'" + m.pick("surname")
	case r < 0.86:
		return m.pick("surname") + "-" + m.pick("surname")
	case r < 0.88:
		return "al-" + m.pick("surname")
	case r < 0.91:
		return []string{"van ", "de ", "van der ", "von ", "di ", "Van ", "De "}[m.rng.IntN(7)] + m.pick("surname")
	}
	c := m.coinage()
	return c + []string{"ov", "ic", "ez", "sen", "son", "ski", "ini", "ko", "man", "wa", ""}[m.rng.IntN(11)]
}

func (m *maker) person() string {
	s := m.pick("first") + " "
	switch r := m.rng.Float64(); {
	case r < 0.08:
		s += string(rune('A'+m.rng.IntN(26))) + ". "
	case r < 0.14:
		s += m.pick("first") + " "
	}
	return s + m.surname()
}

// fill makes the words of a slot.
func (m *maker) fill(slot string) string {
	switch slot {
	case "per":
		return m.person()
	case "last":
		return m.surname()
	case "first":
		return m.pick("first")
	case "ini":
		return string(rune('A'+m.rng.IntN(26))) + ". " + m.surname()
	case "n":
		return m.number(0, 9)
	case "nn":
		return m.number(10, 99)
	case "nnn":
		return m.number(100, 999)
	case "d":
		return m.number(1, 31)
	case "year":
		return m.number(1980, 2025)
	case "date":
		return m.number(1990, 2025) + fmt.Sprintf("-%02d-%02d", 1+m.rng.IntN(12), 1+m.rng.IntN(28))
	case "wday":
		return m.pick("wday")
	case "month":
		return m.pick("month")
	case "ticker":
		return string([]byte{byte('A' + m.rng.IntN(26)), byte('A' + m.rng.IntN(26)), byte('A' + m.rng.IntN(26))}) +
			[]string{".N", ".O", ".L", ""}[m.rng.IntN(4)]
	case "CITY", "CITYN":
		c := m.pick("city")
		if slot == "CITY" || m.chance(0.3) {
			c = strings.ToUpper(c)
		}
		return c
	case "USCITY":
		return strings.ToUpper(m.pick("uscity"))
	case "cclub":
		return m.club()
	case "cos":
		return m.firm()
	case "co":
		return m.company()
	case "bank":
		return m.bank()
	case "univ":
		return m.university()
	case "coinage":
		return m.coinage()
	case "stem":
		if m.chance(0.5) {
			return m.coinage()
		}
		return m.pick("surname")
	case "newacr":
		return m.acronym()
	case "body":
		return m.body()
	case "bodyacr":
		return initials(m.last)
	case "geo":
		return []string{"Lake ", "Mount ", "River ", "Cape "}[m.rng.IntN(4)] + m.coinage()
	}
	return m.pick(slot)
}

// acronymLetters are those that words begin with, about as often.
const acronymLetters = "AAABBCCCDDEFFGHIIJKLLMMNNNOPPPRRSSSTTUVWZ"

// acronym is one of any letters.
func (m *maker) acronym() string {
	b := make([]byte, 3+m.rng.IntN(3))
	for i := range b {
		b[i] = acronymLetters[m.rng.IntN(len(acronymLetters))]
	}
	return string(b)
}

// body is a ministry, an authority or the like.
func (m *maker) body() string {
	switch r := m.rng.Float64(); {
	case r < 0.15:
		m.last = "Ministry of " + m.pick("field")
		if m.chance(0.5) {
			m.last += " and " + m.pick("field")
		}
	case r < 0.3:
		m.last = m.pick("bodyhead") + " for " + m.pick("field")
	case r < 0.45:
		m.last = m.pick("bodyhead") + " of " + m.pick("country")
	case r < 0.75:
		m.last = m.pick("bodyfirst") + " " + m.pick("field") + " " + m.pick("bodyhead")
	case r < 0.9:
		m.last = m.pick("country") + " " + m.pick("field") + " " + m.pick("bodyhead")
	default:
		m.last = m.pick("city") + " " + m.pick("bodyhead")
	}
	return m.last
}

// initials is the acronym of a name.
func initials(s string) string {
	var b []byte
	for w := range strings.FieldsSeq(s) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b = append(b, w[0])
		}
	}
	return string(b)
}

// club is the club of a city, with or without the word for it.
func (m *maker) club() string {
	switch r := m.rng.Float64(); {
	case r < 0.55:
		return m.pick("city")
	case r < 0.75:
		return m.pick("bigcity")
	case r < 0.85:
		return m.pick("city") + " " + []string{"City", "United", "Town", "Rovers", "Wanderers", "Athletic", "Rangers", "FC"}[m.rng.IntN(8)]
	case r < 0.95:
		return []string{"FC", "Real", "Dynamo", "Sporting", "Racing", "Deportivo", "Hapoel", "Maccabi", "Lokomotiv", "Olympique", "AC",
			"Al"}[m.rng.IntN(12)] + " " + m.pick("city")
	}
	return m.coinage()
}

// firm is a company without the form of its business.
func (m *maker) firm() string {
	switch r := m.rng.Float64(); {
	case r < 0.45:
		return m.pick("company")
	case r < 0.65:
		return m.coinage()
	case r < 0.8:
		return m.pick("surname") + " " + m.pick("coword")
	case r < 0.9:
		return m.coinage() + " " + m.pick("coword")
	}
	return m.pick("city") + " " + m.pick("coword")
}

// company is a company in full.
func (m *maker) company() string {
	base := m.firm()
	if m.chance(0.15) {
		base = m.pick("surname") + " & " + m.pick("surname")
	}
	return base + " " + m.pick("suffix")
}

// bank is a bank or broker.
func (m *maker) bank() string {
	switch r := m.rng.Float64(); {
	case r < 0.4:
		return m.pick("bank")
	case r < 0.6:
		return m.pick("surname") + " " + m.pick("bankword")
	case r < 0.8:
		return m.pick("surname") + " " + m.pick("surname")
	}
	return "Bank of " + m.pick("country")
}

// university is a university or college.
func (m *maker) university() string {
	if m.chance(0.5) {
		return "University of " + m.pick("city")
	}
	return m.pick("city") + " " + []string{"University", "State University", "College", "Institute of Technology",
		"Medical School"}[m.rng.IntN(5)]
}

// sentence fills template l.
func (m *maker) sentence(l string) sentence {
	l, caps := strings.CutPrefix(l, "^")
	split := m.chance(0.4)
	var s sentence
	for _, w := range strings.Fields(l) {
		lead, typ := "", token.EntType(0)
		words, tail := w, ""
		if strings.ContainsRune(w, '{') {
			words = w
			if i, j, end := typed(w); end > 0 {
				// A slot with a name, and what stands around it.
				lead, tail = m.plain(w[:i]), m.plain(w[end+1:])
				if typ = entType(w[j+1 : end]); typ == 0 {
					typ = token.NORP
				}
				words = m.fill(w[i+1 : j])
			} else {
				words = m.plain(w)
			}
		} else if a, t, ok := strings.Cut(w, ":"); ok && entType(t) != 0 {
			words, typ = a, entType(t)
		}
		if caps {
			words = strings.ToUpper(words)
		}
		if lead != "" {
			s.add(strings.TrimSuffix(lead, "-"), 0, split)
			if strings.HasSuffix(lead, "-") {
				s.add("-", 0, split)
			}
		}
		for i, f := range strings.Fields(words) {
			if i == 0 && typ != 0 && strings.ContainsRune(w, '{') {
				s.open = true
			}
			s.add(f, typ, split)
		}
		if tail != "" {
			s.add(tail, 0, split)
		}
	}
	// Labels from types: a change of type, or a new slot, begins a name.
	s.labels = make([]uint8, len(s.words))
	for i := 0; i < len(s.words); {
		if s.types[i] == 0 {
			i++
			continue
		}
		j := i + 1
		for j < len(s.words) && s.types[j] == s.types[i] && !s.begins[j] {
			j++
		}
		for k := i; k < j; k++ {
			s.labels[k] = uint8(name.Label(s.types[i], k-i, j-i))
		}
		i = j
	}
	return s
}

// typed finds a slot with a type: its brace, its colon and its closing brace.
func typed(w string) (open, colon, end int) {
	for i := 0; i < len(w); i++ {
		if w[i] == '{' {
			end := i + strings.IndexByte(w[i:], '}')
			if c := strings.IndexByte(w[i:end], ':'); c > 0 {
				return i, i + c, end
			}
		}
	}
	return 0, 0, 0
}

// plain fills slots without types.
func (m *maker) plain(w string) string {
	var b strings.Builder
	for w != "" {
		i := strings.IndexByte(w, '{')
		if i < 0 {
			b.WriteString(w)
			break
		}
		j := strings.IndexByte(w, '}')
		b.WriteString(w[:i] + m.fill(w[i+1:j]))
		w = w[j+1:]
	}
	return b.String()
}

func (s *sentence) add(w string, t token.EntType, split bool) {
	parts := []string{w}
	if split && strings.Contains(strings.Trim(w, "-"), "-") {
		parts = nil
		for i, p := range strings.Split(w, "-") {
			if i > 0 {
				parts = append(parts, "-")
			}
			if p != "" {
				parts = append(parts, p)
			}
		}
	}
	for _, p := range parts {
		s.words = append(s.words, p)
		s.types = append(s.types, t)
		s.begins = append(s.begins, s.open)
		s.open = false
	}
}

// synthetic makes n sentences from the templates, a few to an article.
func synthetic(path string, p phrases, pools map[string][]string, n int) []article {
	m := &maker{rng: rand.New(rand.NewPCG(7, 11)), pools: map[string][]string{}}
	for k, v := range pools {
		m.pools[k] = slices.Clone(v)
	}
	for l := range lines(path) {
		if l == "" || l[0] == '#' {
			continue
		}
		k := 1
		if i := strings.IndexByte(l, '|'); i == 1 {
			k = int(l[0] - '0')
			l = l[2:]
		}
		for range k {
			m.tmpl = append(m.tmpl, l)
		}
	}
	m.fillPools(p)
	var out []article
	for i := range n {
		if i%8 == 0 {
			out = append(out, article{})
		}
		a := &out[len(out)-1]
		a.sents = append(a.sents, m.sentence(m.tmpl[m.rng.IntN(len(m.tmpl))]))
	}
	return out
}

// written is a phrase of the table with capitals put back.
func written(s string) string {
	w := strings.Fields(s)
	for i, x := range w {
		switch x {
		case "of", "the", "and", "for", "de", "la", "del", "di", "da", "do", "dos", "das", "du", "on", "en", "le", "les", "'s":
			if i > 0 {
				continue
			}
		}
		r := []rune(x)
		r[0] = []rune(strings.ToUpper(string(r[0])))[0]
		for j := 1; j < len(r); j++ {
			if r[j-1] == '-' {
				r[j] = []rune(strings.ToUpper(string(r[j])))[0]
			}
		}
		w[i] = string(r)
	}
	return strings.Join(w, " ")
}

func (m *maker) fillPools(p phrases) {
	keys := make([]string, 0, len(p))
	for k := range p {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	add := func(pool, s string) { m.pools[pool] = append(m.pools[pool], s) }
	for _, k := range keys {
		c := p[k]
		w := written(k)
		dash := strings.Contains(k, " - ")
		if dash || len(strings.Fields(k)) > 4 {
			continue
		}
		if c&name.FirstName != 0 && c&name.Common == 0 && len(k) > 2 {
			add("first", w)
		}
		if c&name.Surname != 0 && c&(name.Common|name.Demonym|name.Country) == 0 && len(k) > 2 {
			add("surname", w)
		}
		if c&name.CityMid != 0 && c&name.Common == 0 {
			add("city", w)
		}
		if c&name.CityLarge != 0 && c&name.Common == 0 {
			add("city", w)
			add("bigcity", w)
			add("bigcity", w)
		}
	}
	for pool, s := range poolWords {
		for e := range strings.SplitSeq(s, ";") {
			add(pool, strings.TrimSpace(e))
		}
	}
	for i, n := range m.pools["norp"] {
		m.pools["norp"][i] = written(n)
	}
}

// poolWords are the pools that no list has.
var poolWords = map[string]string{
	"wday":   "Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday",
	"month":  "January;February;March;April;May;June;July;August;September;October;November;December;Jan;Feb;Aug;Sept;Oct;Nov;Dec",
	"agency": "Reuters;Reuters;Reuters;AP;AFP;Xinhua;Interfax;Itar-Tass;dpa;UPI;Bloomberg;Kyodo;Tanjug",
	"suffix": "Inc;Inc.;Corp;Corp.;Co;Co.;Ltd;Ltd.;Plc;PLC;AG;SA;NV;Holdings;Group;SpA;AB;Oy;Co Ltd;Holdings Ltd;International Inc;" +
		"Group Plc;Industries Inc;GmbH;LLC;& Co",
	"coword": "Industries;Systems;Technologies;Energy;Resources;Pharmaceuticals;Motors;Airlines;Steel;Foods;Communications;" +
		"Electronics;Insurance;Securities;Financial;Bancorp;Oil;Petroleum;Mining;Gold;Chemical;Software;Networks;Entertainment;Stores;" +
		"Brewery;Telecom;Power;Cement;Shipping;International;Capital;Holdings;Partners",
	"bankword": "Securities;Bank;Brothers;Capital;& Co;Asset Management;Investment Management;& Sons;Stockbrokers;Futures",
	"bank": "Merrill Lynch;Goldman Sachs;Morgan Stanley;Salomon Brothers;Lehman Brothers;JP Morgan;UBS;SBC Warburg;Deutsche " +
		"Morgan Grenfell;Credit Suisse;Barclays;NatWest;BNP Paribas;Societe Generale;ING Barings;Nomura;Daiwa;Citigroup;HSBC;Standard " +
		"Chartered;Commerzbank;Dresdner;ABN Amro;Paribas;Smith Barney;PaineWebber;Prudential Securities;Bear Stearns;Alex. Brown;Dean " +
		"Witter;Oppenheimer;Jefferies",
	"institution": "Foreign Ministry;Interior Ministry;Defence Ministry;Finance Ministry;Health Ministry;Justice Ministry;Trade Ministry;" +
		"Agriculture Ministry;Ministry of Defence;Ministry of Finance;Ministry of Foreign Affairs;Central Bank;Supreme Court;Constitutional " +
		"Court;High Court;Parliament;Senate;National Assembly;Security Council;State Department;Treasury;Commerce Department;Labour " +
		"Department;Justice Department;Red Cross;Air Force;Navy;Army;National Guard;Federal Reserve;Statistics Office;Civil Aviation " +
		"Authority;Olympic Committee;Football Association;Football Federation;Cricket Board;Trade Union Congress;Chamber of Commerce;" +
		"Journalists ' Union;Academy of Sciences;Electoral Commission;Election Commission;Coast Guard;Meteorological Agency;Customs Service;" +
		"National Bank;Privatisation Agency;Stock Exchange",
	"field": "Health;Education;Agriculture;Fisheries;Forestry;Roads;Housing;Water;Energy;Mines;Tourism;Trade;Transport;Labour;Justice;" +
		"Sports;Culture;Youth;Gender;Land;Environment;Wildlife;Maritime;Ports;Railways;Aviation;Revenue;Customs;Immigration;Elections;" +
		"Communications;Broadcasting;Press;Drugs;Food;Standards;Insurance;Pensions;Cocoa;Coffee;Tea;Sugar;Cotton;Rice;Dairy;Petroleum;" +
		"Electricity;Nuclear;Space;Science;Research;Statistics;Planning;Disaster Management;Public Service;Public Works;Human Rights;" +
		"Foreign Affairs;Home Affairs;Internal Security;Nurses;Teachers;Farmers;Traders;Journalists;Lawyers;Doctors;Students;Workers",
	"bodyhead": "Authority;Commission;Agency;Board;Council;Corporation;Service;Institute;Bureau;Department;Association;Union;Federation;" +
		"Foundation;Network;Forum;Alliance;Initiative;Centre;Committee;Society;Tribunal;Court;Academy;Trust;Congress;Chamber;Office",
	"bodyfirst": "National;Federal;State;Central;Royal;General;Independent;International;Regional;African;Asian;Joint;Supreme;Public;United",
	"party": "Labour Party;Conservative Party;Socialist Party;Communist Party;Liberal Party;Christian Democratic Party;Social " +
		"Democratic Party;National Party;People 's Party;Republican Party;Democratic Party;Green Party;Freedom Party;Workers ' Party;" +
		"Congress Party;Justice Party;Progressive Party;Popular Front;National Front;Democratic Union;Liberal Democratic Party;National " +
		"Movement;Reform Party;Civic Forum;Unity Party;Islamic Action Front;Peasants Party;Labour;Likud;Fatah;SPD;ANC;BJP;PRI;PSOE",
	"group": "Hamas;Hizbollah;Hezbollah;al-Qaeda;Islamic State;Taliban;UNITA;ETA;IRA;PKK;FARC;ELN;Boko Haram;al-Shabaab;Khmer " +
		"Rouge;Shining Path;Tamil Tigers;LTTE;GIA;Islamic Jihad;National Liberation Army;Armed Islamic Group;Kurdistan Workers Party;Lord " +
		"'s Resistance Army;Revolutionary United Front;National Liberation Front;People 's Army",
	"county": "Surrey;Kent;Essex;Yorkshire;Lancashire;Somerset;Sussex;Hampshire;Middlesex;Durham;Glamorgan;Gloucestershire;" +
		"Leicestershire;Nottinghamshire;Northamptonshire;Warwickshire;Worcestershire;Derbyshire;Victoria;Tasmania;Queensland;New South " +
		"Wales;South Australia;Western Australia;Natal;Transvaal;Border;Northerns",
	"uscity": "Atlanta;Boston;Charlotte;Chicago;Cleveland;Dallas;Denver;Detroit;Golden State;Houston;Indiana;Miami;Milwaukee;" +
		"Minnesota;New Jersey;New York;Orlando;Philadelphia;Phoenix;Portland;Sacramento;San Antonio;Seattle;Toronto;Utah;Vancouver;" +
		"Washington;Baltimore;Buffalo;Cincinnati;Green Bay;Indianapolis;Jacksonville;Kansas City;New England;New Orleans;Oakland;Pittsburgh;" +
		"San Diego;San Francisco;St. Louis;Tampa Bay;Arizona;Carolina;Tennessee;California;Colorado;Florida;Montreal;Texas;Los Angeles;" +
		"Calgary;Edmonton;Hartford;Ottawa;St Louis;Memphis;Brooklyn",
	"state": "Calif.;California;Texas;Ohio;Florida;Fla.;N.Y.;New York;N.J.;New Jersey;Illinois;Ill.;Michigan;Mich.;Georgia;Ga.;" +
		"Virginia;Va.;Massachusetts;Mass.;Colorado;Colo.;Washington;Arizona;Ariz.;Tennessee;Tenn.;Missouri;Minnesota;Minn.;Pennsylvania;Pa.;" +
		"Oregon;Ore.;Connecticut;Conn.;Nevada;Utah;Iowa;Kansas;Wisconsin;Wis.;Indiana;Kentucky;Alabama;Louisiana;Oklahoma;Okla.",
}
