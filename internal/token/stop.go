package token

// Stopped is what Check panics with.
type Stopped struct{}

// Check stops the work on d when it is no longer wanted: rooms call it once a
// sentence. It panics with Stopped, which whoever set Done recovers.
func (d *Doc) Check() {
	select {
	case <-d.Done:
		panic(Stopped{})
	default:
	}
}
