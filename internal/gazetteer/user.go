package gazetteer

import "strings"

// User is a gazetteer of a user's own places. The zero User is empty. It
// holds about 60 bytes a name and place on top of the names themselves: a
// million places with one name each take about 120 MB and 3 seconds to read.
type User struct {
	text    strings.Builder // every name, once
	keys    []userKey       // sorted by key once read
	entries []userEntry
}

type userKey struct {
	off   uint32
	n     uint16
	own   bool
	entry uint32
}

type userEntry struct {
	lat, lon   float64
	population int64
	id         int32
	name       uint32
	nameLen    uint16
	country    [2]byte
	division   string
	kind       Kind
	flags      Flags
}

func (u *User) key(k userKey) string { return u.text.String()[k.off : k.off+uint32(k.n)] }

// Len is the number of places.
func (u *User) Len() int { return len(u.entries) }

func (u *User) search(key string) int {
	lo, hi := 0, len(u.keys)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if u.key(u.keys[m]) < key {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func (u *User) prefix(key string) bool {
	i := u.search(key)
	return i < len(u.keys) && strings.HasPrefix(u.key(u.keys[i]), key)
}

// each yields the places of key; it is false when the caller has stopped.
func (u *User) each(key string, yield func(Entry) bool) bool {
	for i := u.search(key); i < len(u.keys) && u.key(u.keys[i]) == key; i++ {
		e := u.entry(u.keys[i].entry)
		if !u.keys[i].own {
			e.Flags |= Alias
		}
		if !yield(e) {
			return false
		}
	}
	return true
}

func (u *User) entry(i uint32) Entry {
	r := &u.entries[i]
	e := Entry{
		ID: r.id, Name: u.text.String()[r.name : r.name+uint32(r.nameLen)], Kind: r.kind, Flags: r.flags | FromUser,
		Division: r.division, Lat: r.lat, Lon: r.lon, Population: r.population,
	}
	if r.country[0] != 0 {
		e.Country = string(r.country[:])
	}
	return e
}
