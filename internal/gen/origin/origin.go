// Package origin is the one way in which generators find what they read and
// note what they wrote. What they read stands in the SOURCES file beside each:
// files of corpora and lists below the folder that the variable DATELINE_DATA
// names, and files of the project. What they wrote stands in the file SUMS of
// the room it was written to.
package origin

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// DataVar and TrainVar are the environment variables that generators heed: the
// folder of the data, and, when it is not empty, the wish to train models in
// the course of "go generate" too.
const (
	DataVar  = "DATELINE_DATA"
	TrainVar = "DATELINE_TRAIN"
)

// An Item is one entry of a SOURCES file.
type Item struct {
	File    string // below the data folder, or beside SOURCES; a pattern for several
	What    string
	SHA256  string // of a single file
	Licence string
	Date    string
}

// External reports whether the item is no file of the project.
func (it *Item) External() bool {
	top, _, _ := strings.Cut(it.File, "/")
	return top == "train" || top == "data" || top == "eval"
}

// Parse reads a SOURCES file: blocks of lines "key value" parted by empty
// lines; lines that begin with a blank go on with the value above. Lines that
// begin with # are for readers.
func Parse(text string) ([]Item, error) {
	var items []Item
	fresh := true
	var last *string
	for n, l := range strings.Split(text, "\n") {
		l = strings.TrimRight(l, " \r")
		switch {
		case l == "":
			fresh = true
			continue
		case l[0] == '#':
			continue
		case l[0] == ' ' && last != nil && !fresh:
			*last += " " + strings.TrimSpace(l)
			continue
		}
		if fresh {
			items = append(items, Item{})
			fresh = false
		}
		key, value, _ := strings.Cut(l, " ")
		if last = items[len(items)-1].field(key); last == nil || *last != "" {
			return nil, fmt.Errorf("SOURCES:%d: unknown or second key %q", n+1, key)
		}
		*last = strings.TrimSpace(value)
	}
	for _, it := range items {
		if it.File == "" || it.What == "" || it.Licence == "" || it.Date == "" {
			return nil, fmt.Errorf("SOURCES: incomplete: %+v", it)
		}
		if it.External() && len(it.SHA256) != 64 {
			return nil, fmt.Errorf("SOURCES: no sha256 of %s", it.File)
		}
	}
	return items, nil
}

func (it *Item) field(key string) *string {
	for _, f := range []struct {
		key   string
		value *string
	}{{"file", &it.File}, {"what", &it.What}, {"sha256", &it.SHA256}, {"licence", &it.Licence}, {"date", &it.Date}} {
		if f.key == key {
			return f.value
		}
	}
	return nil
}

// ErrAbsent means that the data are not there: a generator says so and changes
// nothing.
var ErrAbsent = errors.New("no data: nothing changed")

// Data is the folder of the data, in which all that sources, the text of a
// SOURCES file, names must be, each with its sum.
func Data(sources string) (string, error) {
	items, err := Parse(sources)
	if err != nil {
		return "", err
	}
	dir := os.Getenv(DataVar)
	if dir == "" {
		return "", fmt.Errorf("%w (%s is not set)", ErrAbsent, DataVar)
	}
	for _, it := range items {
		if !it.External() {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, it.File))
		if errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("%w (%s lacks %s)", ErrAbsent, DataVar, it.File)
		}
		if err != nil {
			return "", err
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); sum != it.SHA256 {
			return "", fmt.Errorf("%s has the sum %s, SOURCES says %s", it.File, sum, it.SHA256)
		}
	}
	return dir, nil
}

// Write writes file to the room's folder dir, and its size, sum and a note in
// a line of the SUMS beside it.
func Write(dir, file string, data []byte, note string) error {
	if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
		return err
	}
	sums := filepath.Join(dir, "SUMS")
	old, err := os.ReadFile(sums)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	lines := slices.DeleteFunc(strings.Split(strings.TrimSpace(string(old)), "\n"), func(l string) bool {
		return l == "" || strings.HasPrefix(l, file+" ")
	})
	lines = append(lines, Line(file, data, note))
	slices.Sort(lines)
	return os.WriteFile(sums, []byte(strings.Join(lines, "\n")+"\n"), 0o644)
}

// Line is the line of SUMS for data.
func Line(file string, data []byte, note string) string {
	return strings.TrimSpace(fmt.Sprintf("%s %d bytes sha256 %x %s", file, len(data), sha256.Sum256(data), note))
}
