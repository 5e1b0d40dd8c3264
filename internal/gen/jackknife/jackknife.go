// Package jackknife has the training files of the treebanks tagged by taggers,
// and parsed by parsers, that did not see them, for trainers that learn from
// tags and trees as they will be predicted.
package jackknife

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/dateline-go/dateline/internal/gen/origin"
)

// Tag writes the tagged files of the corpora in folder data to a new folder,
// which the caller removes, by running gen/tag.
func Tag(data string) (dir string, err error) { return run(data, "tag") }

// Parse writes the training files with predicted tags and trees, likewise, by
// running gen/syntax, with a shorter training than that of the parser itself.
func Parse(data string) (dir string, err error) {
	return run(data, "syntax", "-first", "1", "-epochs", "4", "-seeds", "1")
}

func run(data, tool string, args ...string) (dir string, err error) {
	if dir, err = os.MkdirTemp("", tool); err != nil {
		return "", err
	}
	args = append([]string{"run", "github.com/dateline-go/dateline/internal/gen/" + tool, "-jackknife", dir}, args...)
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), origin.DataVar+"="+data)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		os.RemoveAll(dir)
		return "", fmt.Errorf("%s: the training files by folds: %w", tool, err)
	}
	return dir, nil
}
