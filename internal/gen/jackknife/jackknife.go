// Package jackknife has the training files of the treebanks tagged by taggers
// that did not see them, for trainers that learn from tags as they will be
// predicted.
package jackknife

import (
	"fmt"
	"os"
	"os/exec"

	"github.com/dateline-go/dateline/internal/gen/origin"
)

// Tag writes the tagged files of the corpora in folder data to a new folder,
// which the caller removes, by running gen/tag.
func Tag(data string) (dir string, err error) {
	if dir, err = os.MkdirTemp("", "tagged"); err != nil {
		return "", err
	}
	cmd := exec.Command("go", "run", "github.com/dateline-go/dateline/internal/gen/tag", "-jackknife", dir)
	cmd.Env = append(os.Environ(), origin.DataVar+"="+data)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		os.RemoveAll(dir)
		return "", fmt.Errorf("tagging the training files: %w", err)
	}
	return dir, nil
}
