package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
)

func Example() {
	os.Args = []string{"brief", "-published", "2025-06-12", "../../testdata/story/3-event.txt"}
	main()
	// Output:
	// 10 June 2025
	//   Gunmen killed 17 people in Moyale (according to police)
	//     "Gunmen killed 17 people in Moyale on Tuesday, police said."
	//
	// 12 June 2025
	//   Kenya and Ethiopia sign border deal
	//     "Kenya and Ethiopia sign border deal"
	//   Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu in Djibouti
	//     "Kenyan Foreign Minister Grace Mwangi met Ethiopian Foreign Minister Tesfaye Alemu in Djibouti on Thursday."
}

func TestJSON(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-json", "-published", "2025-06-12"}, strings.NewReader("Kenya closed the border on Tuesday."), &out); err != nil {
		t.Fatal(err)
	}
	var d dateline.Document
	if err := json.Unmarshal(out.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if err := d.Validate(); err != nil {
		t.Error(err)
	}
	if len(d.Times) != 1 || d.Times[0].When.EDTF() != "2025-06-10" {
		t.Errorf("times: %v", d.Times)
	}
}

func TestStatements(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-statements"}, strings.NewReader("The minister, Anna Lind, said that the road was closed."), &out); err != nil {
		t.Fatal(err)
	}
	if want := "Anna Lind (indirect): that the road was closed\n"; !strings.Contains(out.String(), want) {
		t.Errorf("%q lacks %q", out.String(), want)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		args []string
		in   string
		want string
	}{
		{[]string{"no-such-file.txt"}, "", "no-such-file.txt"},
		{[]string{"-published", "yesterday"}, "", "want a day such as 2025-08-13"},
		{nil, "caf\xe9", "iconv"},
		{[]string{"-nonsense"}, "", "nonsense"},
	} {
		err := run(c.args, strings.NewReader(c.in), &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.args, err, c.want)
		}
	}
}
