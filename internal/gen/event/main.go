// Command event, run in internal/event, packs the lexicon of triggers that
// stands there as text in the folder lexicon, in the form that package lexicon
// describes. The same text gives the same bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline/internal/gen/origin"
	"github.com/dateline-go/dateline/internal/lexicon"
)

func main() {
	data, note, err := build("lexicon")
	if err == nil {
		err = origin.Write(".", "lexicon.bin", data, note)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen/event:", err)
		os.Exit(1)
	}
}

// build packs the files of a folder, and says how much they hold.
func build(dir string) (data []byte, note string, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, "", err
	}
	slices.Sort(names)
	var files []lexicon.File
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, "", err
		}
		files = append(files, lexicon.File{Name: filepath.Base(name), Text: string(b)})
	}
	return lexicon.Pack(files)
}
