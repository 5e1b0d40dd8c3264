package gazetteer

import "strings"

// User is a gazetteer of a user's own places. The zero User is empty. A place
// takes about 70 bytes on top of its name and the name's norm: a million
// places of 28 letters hold less than 160 MB, and are read in 3 to 5 seconds,
// for which the collector needs about as much again for a while.
type User struct {
	text    []byte    // every name, and its norm
	keys    []userKey // sorted by key once read
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

func (u *User) key(k userKey) []byte { return u.text[k.off : k.off+uint32(k.n)] }

// Len is the number of places.
func (u *User) Len() int { return len(u.entries) }

func (u *User) search(key string) int {
	lo, hi := 0, len(u.keys)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if string(u.key(u.keys[m])) < key {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// prefix reports whether any name starts with key, and whether key is one itself.
func (u *User) prefix(key string) (begins, itself bool) {
	i := u.search(key)
	if i == len(u.keys) {
		return false, false
	}
	name := string(u.key(u.keys[i]))
	return strings.HasPrefix(name, key), name == key
}

// each yields the places of key; it is false when the caller has stopped.
func (u *User) each(key string, yield func(Entry) bool) bool {
	for i := u.search(key); i < len(u.keys) && string(u.key(u.keys[i])) == key; i++ {
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
		ID: r.id, Name: string(u.text[r.name : r.name+uint32(r.nameLen)]), Kind: r.kind, Flags: r.flags | FromUser,
		Division: r.division, Lat: r.lat, Lon: r.lon, Population: r.population,
	}
	if r.country[0] != 0 {
		e.Country = string(r.country[:])
	}
	return e
}
