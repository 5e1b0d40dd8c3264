package columns

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
)

// pack packs a text and holds that reading gives it back.
func pack(t testing.TB, text []byte) []byte {
	t.Helper()
	data, err := Append(nil, text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	back, err := Read(data, math.MaxInt64)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if !bytes.Equal(back, text) {
		t.Fatalf("%s\nbecame\n%s", text, back)
	}
	return data
}

func TestPack(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `""`, `0`, `null`, `true`, `false`, `-0`, `1e5`, `0.1`, `-0.0`, `-0.05`, `0.12345`, `0.10`, `12345678901234567890`,
		`-9223372036854775808`, `9223372036854775807`, `99999999999.1`, `922337203685477.5807`,
		`"a\"b\\"`, `{"":{"":[[]]}}`, `{"a\"b":1,"\\":[2]}`, `{"a":1,"a":2,"a":"x"}`, `[1,2.5,"x"]`, `[[1],[2,3],[],["x"],[1.5],[null,null],[true,false]]`,
		`[{"a":1},{"a":null},{"b":[1,2,3]},{"a":1},{"b":[]}]`,
		`[9223372036854775807,-9223372036854775808,0,100,-100]`, `[100,200,1000000,-300]`, `[0.5,0.25,1.5]`, `[0.1,0.12,-0.1234]`,
		`{"spans":[{"start":10,"end":14},{"start":200,"end":207},{"start":1000,"end":1010}],"text":"née Kovač \u003cb\u003e"}`,
	} {
		pack(t, []byte(text))
	}
}

// The dictionary is part of the binary form: with another one nothing stored
// can be read, and the form needs another number.
func TestDictionary(t *testing.T) {
	const sum = "baa63ae591e005433f3977d25fa3e3b549f7634f38880c196c66e7f03bf22f29"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(dictionary))); got != sum {
		t.Errorf("the dictionary has the sum %s", got)
	}
}

// What stands at one place is alike, and takes little room.
func TestPackSize(t *testing.T) {
	type span struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	var spans []span
	for i := range 1000 {
		spans = append(spans, span{i * i, i*i + i%7})
	}
	text, err := json.Marshal(spans)
	if err != nil {
		t.Fatal(err)
	}
	if data := pack(t, text); len(data) > 2500 {
		t.Errorf("%d bytes of %d", len(data), len(text))
	}
}

func TestBroken(t *testing.T) {
	for _, text := range []string{``, `{`, `[1`, `[1,`, `{"a"}`, `{"a":}`, `"a`, `nul`, `1 2`, `{"a":1]`, ` 1`, "\"\n\"", `[1}`, `\`, `"\`} {
		if data, err := Append(nil, []byte(text)); err == nil {
			if back, err := Read(data, math.MaxInt64); err != nil || string(back) != text {
				t.Errorf("%q: neither refused nor read: %q, %v", text, back, err)
			}
		}
	}
	good := pack(t, []byte(`{"a":[1,2,3],"b":{"c":"x","d":[0.5,0.25]},"e":[{"c":"x"},{"c":"y"}]}`))
	if _, err := Read(good, 10); !errors.Is(err, ErrTooLarge) {
		t.Errorf("above the limit: %v", err)
	}
	for _, data := range [][]byte{nil, good[:1], good[:len(good)-1], append(good[:len(good):len(good)], 0)} {
		if back, err := Read(data, math.MaxInt64); err == nil {
			t.Errorf("%x: read as %s", data, back)
		}
	}
	if _, err := Append(nil, []byte(strings.Repeat("[", maxDepth+2)+strings.Repeat("]", maxDepth+2))); err == nil {
		t.Error("nested without an end")
	}
}

// FuzzPack holds that every text is read as it was.
func FuzzPack(f *testing.F) {
	f.Add([]byte(`{"a":[1,2,3],"b":{"c":"x","d":[0.5,0.25]},"e":[{"c":"x"},{"c":null}]}`))
	f.Add([]byte(`[[{}],[-1,100,9223372036854775807],["",""],[1,"a"],true,1e9]`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var b bytes.Buffer
		if json.Compact(&b, text) == nil {
			pack(t, b.Bytes())
		}
	})
}

// FuzzRead holds that what comes from anywhere is refused, or is a text of the
// size that it tells; parts are the streams before they are compressed.
func FuzzRead(f *testing.F) {
	f.Add([]byte("\x01\x00\x00\x05\x03\x02\x04"), []byte("a\"ib\"i\n"), uint16(13))
	f.Add([]byte("\x02\x34\x00\x02\x04"), []byte(""), uint16(7))
	f.Fuzz(func(t *testing.T, numbers, words []byte, size uint16) {
		data, err := join(uint64(size), words, numbers)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := Read(data, math.MaxInt64); err == nil && len(text) != int(size) {
			t.Fatalf("%d bytes in place of %d: %q", len(text), size, text)
		}
	})
}
