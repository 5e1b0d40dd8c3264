package when

// First is the first second of p, counted from 1970 in UTC; an unknown
// offset counts as UTC.
func (p Point) First() int64 { return p.seconds(false) }

// Last is the last second of p, counted like First.
func (p Point) Last() int64 { return p.seconds(true) }
