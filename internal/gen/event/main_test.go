package main

import (
	"bytes"
	"os"
	"testing"
)

// The table of internal/event is packed from the text as it stands.
func TestPacked(t *testing.T) {
	data, _, err := build("../../event/lexicon")
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile("../../event/lexicon.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, old) {
		t.Error("internal/event/lexicon.bin is not what its text gives: run go run ../gen/event in internal/event")
	}
}
