// Words writes words_gen.go of a room from its words.txt: the classes of words
// that the room asks for, packed. Run it in the room's directory; the form of
// words.txt is told in package words.
package main

import (
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen/words: ")
	src, err := generate(".")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("words_gen.go", src, 0o644); err != nil {
		log.Fatal(err)
	}
}
