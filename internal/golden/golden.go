// Package golden serves tests only: archives of named parts in the txtar
// form (https://pkg.go.dev/golang.org/x/tools/txtar), and the comparison of
// lines wanted with lines got under a list of known failures.
package golden

import (
	"bytes"
	"slices"
	"strings"
)

// A Part is one named file of an archive.
type Part struct{ Name, Data string }

// An Archive is a comment and parts in order.
type Archive struct {
	Comment string
	Parts   []Part
}

// Parse reads an archive. It never fails: what stands before the first
// marker line ("-- name --") is the comment.
func Parse(data []byte) *Archive {
	a := &Archive{}
	cur := &a.Comment
	for len(data) > 0 {
		i := bytes.IndexByte(data, '\n') + 1
		if i == 0 {
			i = len(data)
		}
		line := string(data[:i])
		data = data[i:]
		if name, ok := marker(line); ok {
			a.Parts = append(a.Parts, Part{Name: name})
			cur = &a.Parts[len(a.Parts)-1].Data
			continue
		}
		*cur += line
	}
	return a
}

func marker(line string) (string, bool) {
	line = strings.TrimRight(line, "\r\n")
	if len(line) < 7 || !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") {
		return "", false
	}
	return strings.TrimSpace(line[3 : len(line)-3]), true
}

// Format writes an archive.
func (a *Archive) Format() []byte {
	var b bytes.Buffer
	end := func(s string) {
		b.WriteString(s)
		if s != "" && !strings.HasSuffix(s, "\n") {
			b.WriteByte('\n')
		}
	}
	end(a.Comment)
	for _, p := range a.Parts {
		b.WriteString("-- " + p.Name + " --\n")
		end(p.Data)
	}
	return b.Bytes()
}

// Get is the part of that name, or "".
func (a *Archive) Get(name string) string {
	for _, p := range a.Parts {
		if p.Name == name {
			return p.Data
		}
	}
	return ""
}

// Set replaces the part of that name, or appends it.
func (a *Archive) Set(name, data string) {
	for i := range a.Parts {
		if a.Parts[i].Name == name {
			a.Parts[i].Data = data
			return
		}
	}
	a.Parts = append(a.Parts, Part{name, data})
}

// Lines are the lines of s without empty ones.
func Lines(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimRight(l, " \r"); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// Compare sets the lines wanted against those got, as sets with repetition.
// A line of known ("-line": wanted but not got; "+line": got but not wanted)
// excuses a difference. It gives the differences that are not excused, and
// the known ones that are differences no more.
func Compare(want, got, known []string) (diff, stale []string) {
	for _, l := range want {
		if i := slices.Index(got, l); i >= 0 {
			got = slices.Delete(slices.Clone(got), i, i+1)
		} else {
			diff = append(diff, "-"+l)
		}
	}
	for _, l := range got {
		diff = append(diff, "+"+l)
	}
	for _, k := range known {
		if i := slices.Index(diff, k); i >= 0 {
			diff = slices.Delete(diff, i, i+1)
		} else {
			stale = append(stale, k)
		}
	}
	if len(diff) == 0 {
		diff = nil
	}
	return diff, stale
}

// Update is what should be wanted instead once got has been read and accepted:
// got in its order, without what is known to be wrong, and with what is known
// to be missing and is missing still. A line of known that is no difference any
// more is not kept alive: Compare finds it stale.
func Update(want, got, known []string) []string {
	diff, _ := Compare(want, got, nil)
	var out, missing []string
	for _, k := range known {
		i := slices.Index(diff, k)
		if i < 0 {
			continue
		}
		diff = slices.Delete(diff, i, i+1)
		if l, ok := strings.CutPrefix(k, "-"); ok {
			missing = append(missing, l)
		} else if i := slices.Index(got, k[1:]); i >= 0 {
			got = slices.Delete(slices.Clone(got), i, i+1)
		}
	}
	out = append(out, got...)
	return append(out, missing...)
}
