package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Every generator has its step, and every step its generator, its room and the
// note of its sources.
func TestSteps(t *testing.T) {
	mains, err := filepath.Glob("*/main.go")
	if err != nil || len(mains) == 0 {
		t.Fatalf("%v: %v", mains, err)
	}
	for _, m := range mains {
		if tool := filepath.Dir(m); !slices.ContainsFunc(steps, func(s step) bool { return s.tool == tool }) {
			t.Errorf("no step runs internal/gen/%s", tool)
		}
	}
	for _, s := range steps {
		if !slices.Contains(mains, filepath.Join(s.tool, "main.go")) {
			t.Errorf("%s: no internal/gen/%s", s.name, s.tool)
		}
		if s.room == "*" {
			continue
		}
		if _, err := os.Stat(filepath.Join("..", s.room)); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
		if _, err := os.Stat(filepath.Join(s.tool, "SOURCES")); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
}

// The order stands in steps alone: no room has a directive of its own, but for
// its words, which are made of nothing but its text.
func TestDirectives(t *testing.T) {
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(b)) {
			if strings.HasPrefix(l, "//go:"+"generate") && !strings.HasSuffix(strings.TrimSpace(l), "../gen/words") {
				t.Errorf("%s: %s", f, strings.TrimSpace(l))
			}
		}
	}
}

func TestUnknownStep(t *testing.T) {
	if err := run([]string{"words", "nowhere"}); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("%v", err)
	}
}
