package main

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/packed"
)

// place is one entry on its way into the tables.
type place struct {
	gazetteer.Entry
	key string
	nth int // which of its name's records it is
}

type alias struct {
	key    string
	target *place
	flags  gazetteer.Flags
}

type aliasKey struct {
	key    string
	target *place
}

type builder struct {
	hasAlias        map[aliasKey]int
	minUS, minOther int64
	minVariant      int64
	variants        []variant
	country         map[string]string   // code to usual name
	cities          map[string][]*place // by country
	places          []*place
	aliases         []alias
	codes           map[string]string // "US.TX" -> "Texas"
	byKey           map[string][]*place
	countries       map[string]string
	demonyms        map[string]string
	also            map[string]byte  // what else a name is
	pop             map[string]int64 // of divisions and US counties
	lat, lon        map[string]float64
	reach           map[string]float64    // kilometres from a division's middle to its farthest town
	geonames        map[string][2]float64 // points of countries
	points          map[string][2]float64 // that stand in for the sources'
}

func newBuilder() *builder {
	return &builder{
		hasAlias: map[aliasKey]int{},
		codes:    map[string]string{}, byKey: map[string][]*place{}, countries: map[string]string{}, demonyms: map[string]string{},
		also: map[string]byte{},
		pop:  map[string]int64{}, lat: map[string]float64{}, lon: map[string]float64{}, reach: map[string]float64{},
		country: map[string]string{}, cities: map[string][]*place{},
		points: map[string][2]float64{}, geonames: map[string][2]float64{},
	}
}

// add keeps a place; of two with one key, kind and, nearly, one point the first stays.
func (b *builder) add(e gazetteer.Entry) *place {
	k := gazetteer.Norm(e.Name)
	if k == "" || len(k) > 200 {
		return nil
	}
	for _, p := range b.byKey[k] {
		if p.Kind == e.Kind && p.Country == e.Country && (p.ID != 0 && p.ID == e.ID || gazetteer.Distance(p.Lat, p.Lon, e.Lat, e.Lon) < 4) {
			return p
		}
	}
	p := &place{Entry: e, key: k}
	b.places = append(b.places, p)
	b.byKey[k] = append(b.byKey[k], p)
	return p
}

func (b *builder) alias(name string, p *place, f gazetteer.Flags) {
	k := gazetteer.Norm(name)
	if k == "" || p == nil || len(k) > 200 {
		return
	}
	if p.Kind != gazetteer.Country && k == gazetteer.Norm(b.country[p.Country]) {
		return // no capital goes by its country's name
	}
	for _, q := range b.byKey[k] {
		if q == p {
			return
		}
	}
	if i, ok := b.hasAlias[aliasKey{k, p}]; ok {
		if f != 0 && b.aliases[i].flags != 0 {
			b.aliases[i].flags |= f
		} else {
			b.aliases[i].flags = 0
		}
		return
	}
	b.hasAlias[aliasKey{k, p}] = len(b.aliases)
	b.aliases = append(b.aliases, alias{k, p, f})
}

// rename gives p its usual English name; the old one becomes an alias.
func (b *builder) rename(p *place, name string) {
	k := gazetteer.Norm(name)
	if k == "" || k == p.key {
		p.Name = name
		return
	}
	old := p.Name
	b.byKey[p.key] = slices.DeleteFunc(b.byKey[p.key], func(q *place) bool { return q == p })
	p.Name, p.key = name, k
	if p.Kind == gazetteer.Division {
		b.codes[p.Division] = name
	}
	b.byKey[k] = append(b.byKey[k], p)
	b.aliases = slices.DeleteFunc(b.aliases, func(a alias) bool { return a.target == p && a.key == k })
	clear(b.hasAlias)
	for i, a := range b.aliases {
		b.hasAlias[aliasKey{a.key, a.target}] = i
	}
	b.alias(old, p, 0)
}

// target finds what a hand-made list refers to: "CC", "CC.DIV", "Name@CC", "Name@-"
// (the largest city of the name, or the largest of whatever it is).
func (b *builder) target(s string, cities bool) *place {
	name, cc, named := strings.Cut(s, "@")
	if !named {
		n, ok := b.codes[s]
		if !ok {
			return nil
		}
		for _, p := range b.byKey[gazetteer.Norm(n)] {
			if len(s) == 2 && p.Kind == gazetteer.Country && p.Country == s || len(s) > 2 && p.Kind == gazetteer.Division && p.Division == s {
				return p
			}
		}
		return nil
	}
	// With cities, a city is meant rather than the division around it.
	var best *place
	city := func(p *place) bool { return cities && p.Kind == gazetteer.City }
	for _, p := range b.byKey[gazetteer.Norm(name)] {
		if p.Country != cc && (cc != "-" || p.Country != "") {
			continue
		}
		if best == nil || city(p) && !city(best) || city(p) == city(best) && p.Population > best.Population {
			best = p
		}
	}
	return best
}

// packFlags are the flags of an alias in four bits.
func packFlags(f gazetteer.Flags) byte {
	b := byte(f>>3) & 7
	if f&gazetteer.Variant != 0 {
		b |= 8
	}
	return b
}

func packPop(n int64) byte {
	if n < 1 {
		return 0
	}
	return byte(min(255, math.Round(math.Log2(float64(n))*8)))
}

type file struct {
	name string
	data []byte
}

// files packs everything.
func (b *builder) files() []file {
	codes := packed.Build(gazetteer.Version, b.codes)
	order := make([]string, 0, len(b.codes))
	for c := range b.codes {
		order = append(order, c)
	}
	slices.Sort(order)
	return []file{
		{"names.bin", b.names(order)},
		{"codes.bin", codes},
		{"demonyms.bin", packed.Build(gazetteer.Version, b.demonyms)},
		{"countries.bin", packed.Build(gazetteer.Version, b.countries)},
	}
}

func (b *builder) names(order []string) []byte {
	set := map[string][]alias{}
	for k := range b.byKey {
		set[k] = nil
	}
	for _, a := range b.aliases {
		set[a.key] = append(set[a.key], a)
	}
	for k, a := range b.also {
		if _, ok := set[k]; a&2 != 0 && k != "" && !ok {
			set[k] = nil // a key of its own, if only with the mark
		}
	}
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	index := make(map[string]int, len(keys))
	for i, k := range keys {
		index[k] = i
		ps := b.byKey[k]
		slices.SortStableFunc(ps, func(x, y *place) int {
			if x.Population != y.Population {
				return cmp(y.Population, x.Population)
			}
			if x.ID != y.ID {
				return cmp(int64(x.ID), int64(y.ID))
			}
			return strings.Compare(x.Country, y.Country)
		})
		for i, p := range ps {
			p.nth = i
		}
	}
	var blob, recs, head []byte
	var offs []uint32
	prev := ""
	for i, k := range keys {
		shared := 0
		if i%16 == 0 {
			offs = append(offs, uint32(len(blob)))
		} else {
			for shared < len(k) && shared < len(prev) && k[shared] == prev[shared] {
				shared++
			}
		}
		recs = append(recs[:0], b.also[k])
		// Names of their own and other names stand together by falling population.
		own, al := b.byKey[k], set[k]
		slices.SortStableFunc(al, func(x, y alias) int { return cmp(y.target.Population, x.target.Population) })
		for len(own) > 0 || len(al) > 0 {
			if len(al) == 0 || len(own) > 0 && own[0].Population >= al[0].target.Population {
				recs = b.record(recs, own[0], order)
				own = own[1:]
			} else {
				recs = append(recs, byte(packFlags(al[0].flags))<<4)
				recs = binary.AppendUvarint(recs, uint64(index[al[0].target.key]))
				recs = append(recs, byte(al[0].target.nth))
				al = al[1:]
			}
		}
		blob = append(blob, byte(shared), byte(len(k)-shared))
		blob = append(blob, k[shared:]...)
		blob = binary.AppendUvarint(blob, uint64(len(recs)))
		blob = append(blob, recs...)
		prev = k
	}
	offs = append(offs, uint32(len(blob)))
	head = append(head, "DLG1"...)
	head = binary.LittleEndian.AppendUint32(head, gazetteer.Version)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(keys)))
	for _, o := range offs {
		head = binary.LittleEndian.AppendUint32(head, o)
	}
	return append(head, blob...)
}

func cmp(a, b int64) int {
	if a < b {
		return -1
	} else if a > b {
		return 1
	}
	return 0
}

func (b *builder) record(r []byte, p *place, order []string) []byte {
	named := gazetteer.Title(p.key) != p.Name
	h := byte(p.Kind) | byte(p.Flags&7)<<4
	if named {
		h |= 0x80
	}
	r = append(r, h)
	code := p.Division
	if code == "" {
		code = p.Country
	}
	adm := uint64(0)
	for _, c := range []string{code, p.Country} { // a division that is none any more leaves the country
		if i, ok := slices.BinarySearch(order, c); ok {
			adm = uint64(i + 1)
			break
		}
	}
	r = binary.AppendUvarint(r, adm)
	x := uint64(math.Round(p.Lat*2000)+200000) | uint64(math.Round(p.Lon*2000)+400000)<<19
	r = append(r, byte(x), byte(x>>8), byte(x>>16), byte(x>>24), byte(x>>32), packPop(p.Population), p.Names)
	r = append(r, byte(p.ID), byte(p.ID>>8), byte(p.ID>>16))
	if named {
		r = binary.AppendUvarint(r, uint64(len(p.Name)))
		r = append(r, p.Name...)
	}
	return r
}
