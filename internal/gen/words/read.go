package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// kind tells which values the words of a class have.
type kind uint8

const (
	bare kind = iota
	number
	text
)

type class struct {
	name    string
	comment string
	kind    kind
	words   []string          // in the order of the file
	value   map[string]string // of a word, in the form it has in the file
}

// read reads the words.txt in dir.
func read(dir string) ([]*class, error) {
	file := filepath.Join(dir, "words.txt")
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := reader{dir: dir}
	line := 0
	for l := range strings.Lines(string(b)) {
		line++
		l = strings.TrimSpace(l)
		switch {
		case l == "" || strings.HasPrefix(l, "# ") || l == "#":
		case strings.HasPrefix(l, "= "):
			err = r.header(l[2:])
		case len(r.classes) == 0:
			err = fmt.Errorf("words before the first class")
		default:
			err = r.words(l)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	for _, c := range r.classes {
		if len(c.words) == 0 {
			return nil, fmt.Errorf("%s: class %s is empty", file, c.name)
		}
	}
	return r.classes, nil
}

type reader struct {
	dir     string
	classes []*class
}

func (r *reader) header(l string) error {
	head, comment, ok := strings.Cut(l, ": ")
	f := strings.Fields(head)
	if !ok || len(f) == 0 || len(f) > 2 || strings.Trim(f[0], "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return fmt.Errorf("want \"= name [int|text]: comment\"")
	}
	c := &class{name: f[0], comment: comment, value: map[string]string{}}
	if len(f) == 2 {
		switch f[1] {
		case "int":
			c.kind = number
		case "text":
			c.kind = text
		default:
			return fmt.Errorf("class %s: unknown kind of value %q", c.name, f[1])
		}
	}
	if find(r.classes, c.name) != nil {
		return fmt.Errorf("class %s stands twice", c.name)
	}
	r.classes = append(r.classes, c)
	return nil
}

func (r *reader) words(l string) error {
	c := r.classes[len(r.classes)-1]
	value := ""
	if c.kind != bare {
		v, rest, ok := strings.Cut(l, ": ")
		if !ok && !strings.HasPrefix(l, "@") {
			return fmt.Errorf("class %s wants \"value: words\"", c.name)
		}
		if ok {
			value, l = v, rest
			if c.kind == text && strings.HasPrefix(v, `"`) {
				u, err := strconv.Unquote(v)
				if err != nil {
					return err
				}
				value = u
			}
		}
	}
	for w := range strings.FieldsSeq(l) {
		if len(w) > 1 && w[0] == '@' {
			if err := r.include(c, w[1:], value); err != nil {
				return err
			}
			continue
		}
		w, err := unescape(w)
		if err == nil {
			err = c.add(w, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// include adds the words of another class, of this file or of the shared one.
func (r *reader) include(c *class, name, value string) error {
	from := r.classes[:len(r.classes)-1]
	if shared, ok := strings.CutPrefix(name, "words."); ok {
		var err error
		if from, err = read(filepath.Join(r.dir, "../words")); err != nil {
			return err
		}
		name = shared
	}
	o := find(from, name)
	if o == nil {
		return fmt.Errorf("no class %q before this line", name)
	}
	for _, w := range o.words {
		v := value
		if v == "" && o.kind == c.kind {
			v = o.value[w]
		}
		if err := c.add(w, v); err != nil {
			return err
		}
	}
	return nil
}

func (c *class) add(w, value string) error {
	if slices.Contains(c.words, w) {
		return fmt.Errorf("class %s: %q stands twice", c.name, w)
	}
	if len(w) > 255 {
		return fmt.Errorf("class %s: %q is too long", c.name, w)
	}
	c.words = append(c.words, w)
	if c.kind != bare {
		c.value[w] = value
	}
	return nil
}

func find(classes []*class, name string) *class {
	for _, c := range classes {
		if c.name == name {
			return c
		}
	}
	return nil
}

// unescape writes "_" as a blank and takes a character after "\" as it is.
func unescape(w string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		switch {
		case w[i] == '\\' && i+1 == len(w):
			return "", fmt.Errorf("%q ends with \\", w)
		case w[i] == '\\':
			i++
			b.WriteByte(w[i])
		case w[i] == '_':
			b.WriteByte(' ')
		default:
			b.WriteByte(w[i])
		}
	}
	return b.String(), nil
}
