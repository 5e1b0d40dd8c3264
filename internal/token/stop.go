package token

// Stopped is what Check panics with.
type Stopped struct{}

// Check stops the work on d when it is no longer wanted: rooms call it once a
// sentence, and in what they do for all tokens at once every few thousand of
// them. It panics with Stopped, which whoever set Done recovers. It is never
// inlined so that CheckAt always is.
//
//go:noinline
func (d *Doc) Check() {
	if d.Tick != nil {
		d.Tick()
	}
	select {
	case <-d.Done:
		panic(Stopped{})
	default:
	}
}

// CheckAt is Check at one i in 256: for loops over what no sentence bounds.
func (d *Doc) CheckAt(i int) {
	if i&0xFF == 0 {
		d.Check()
	}
}

// Looking is cmp, for sorting what no sentence bounds: it calls CheckAt with
// the number of comparisons.
func Looking[E any](d *Doc, cmp func(a, b E) int) func(a, b E) int {
	n := 0
	return func(a, b E) int {
		d.CheckAt(n)
		n++
		return cmp(a, b)
	}
}
