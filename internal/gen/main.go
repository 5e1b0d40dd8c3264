// Command gen makes the tables and models of all rooms, each after those that
// it is made with: "go generate ./..." at the root runs it, and
//
//	go run ./internal/gen STEP ...
//
// runs some steps only. Steps that train a model take minutes to hours: without
// names they are run only when DATELINE_TRAIN is not empty. A generator whose
// data DATELINE_DATA does not have leaves its room alone and says so.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/gen/origin"
)

// A step runs a generator in the folder of its room.
type step struct {
	name  string
	room  string // below internal; "*" for every room that has the file words.txt
	tool  string // below internal/gen
	args  []string
	train bool
}

// steps are all generators in their order.
var steps = []step{
	// From text in the project alone, or lists.
	{name: "words", room: "*", tool: "words"},
	{name: "cluster", room: "cluster", tool: "cluster"},
	{name: "gazetteer", room: "gazetteer", tool: "gazetteer"},
	{name: "actor", room: "actor", tool: "actor"},
	{name: "event", room: "event", tool: "event"},
	{name: "name-table", room: "name", tool: "name", args: []string{"-table"}},
	// Models: tags come before trees and names, trees before what reads them.
	{name: "tag", room: "tag", tool: "tag", train: true},
	{name: "syntax", room: "syntax", tool: "syntax", train: true},
	{name: "role", room: "role", tool: "role", train: true},
	{name: "fact", room: "fact", tool: "fact", train: true},
	{name: "name", room: "name", tool: "name", train: true},
	{name: "coref", room: "coref", tool: "coref", train: true},
	{name: "scene", room: "event", tool: "scene", train: true},
	// What reads whole Documents comes last.
	{name: "worth", room: "event", tool: "worth", train: true},
	{name: "story", room: "story", tool: "story", train: true},
	{name: "salience", room: "story", tool: "salience", train: true},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(names []string) error {
	for _, n := range names {
		if !slices.ContainsFunc(steps, func(s step) bool { return s.name == n }) {
			return fmt.Errorf("no step %q", n)
		}
	}
	for _, s := range steps {
		switch {
		case len(names) > 0 && !slices.Contains(names, s.name):
			continue
		case len(names) == 0 && s.train && os.Getenv(origin.TrainVar) == "":
			fmt.Fprintf(os.Stderr, "gen: %s trains a model: left alone, as %s is not set\n", s.name, origin.TrainVar)
			continue
		}
		if err := s.run(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

func (s *step) run() error {
	rooms := []string{filepath.Join("internal", s.room)}
	if s.room == "*" {
		var err error
		if rooms, err = filepath.Glob("internal/*/words.txt"); err != nil {
			return err
		}
		for i := range rooms {
			rooms[i] = filepath.Dir(rooms[i])
		}
	}
	tool := filepath.Join(os.TempDir(), fmt.Sprintf("dateline-gen-%s-%d", s.tool, os.Getpid()))
	defer os.Remove(tool)
	if err := command(".", "go", "build", "-o", tool, "./internal/gen/"+s.tool); err != nil {
		return err
	}
	for _, room := range rooms {
		start := time.Now()
		if err := command(room, tool, s.args...); err != nil {
			return fmt.Errorf("in %s: %w", room, err)
		}
		fmt.Fprintln(os.Stderr, strings.TrimSpace("gen: "+s.name+" "+strings.Join(s.args, " ")), "in", room, time.Since(start).Round(time.Second))
	}
	return nil
}

func command(dir, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir, c.Stdout, c.Stderr = dir, os.Stderr, os.Stderr
	return c.Run()
}
