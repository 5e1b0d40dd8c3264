package name

// slots are a hash table, open-addressed and used again for each article: what
// stands under a key is kept beside it.
type slots[T any] struct {
	all  []slot[T]
	mask uint64
}

// slot is free where its key is 0.
type slot[T any] struct {
	key   uint64
	value T
}

// reset empties the table and makes it n slots large, or larger.
func (m *slots[T]) reset(n int) {
	size := 64
	for size < n {
		size *= 2
	}
	if len(m.all) < size {
		m.all = make([]slot[T], size)
	} else {
		m.all = m.all[:size]
		clear(m.all)
	}
	m.mask = uint64(size - 1)
}

// slot is that of key, or the free one where it belongs.
func (m *slots[T]) slot(key uint64) *slot[T] {
	for i := key >> 20 & m.mask; ; i = (i + 1) & m.mask {
		if s := &m.all[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// find is what stands under key, and whether anything does: else it is zero.
func (m *slots[T]) find(key uint64) (*T, bool) {
	s := m.slot(key | 1)
	return &s.value, s.key != 0
}

// put is what stands under key, from now on.
func (m *slots[T]) put(key uint64) *T {
	s := m.slot(key | 1)
	s.key = key | 1
	return &s.value
}
