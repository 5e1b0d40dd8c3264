package dateline

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
)

// sums are the lists of the tables and models in the rooms, with the sum of each.
//
//go:embed internal/*/SUMS
var sums embed.FS

// DataVersion tells models and tables of one build from those of another: it
// is a hash over the sums of all that are embedded.
func DataVersion() string {
	h := sha256.New()
	err := fs.WalkDir(sums, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := sums.ReadFile(path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	if err != nil {
		return "" // what is embedded can be read
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
