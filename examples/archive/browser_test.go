package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var shots = flag.String("shots", "", "write screenshots into this `folder`")

// chromium starts a browser; what its pages say in the console goes into problems.
func chromium(t *testing.T) (ctx context.Context, problems *[]string) {
	t.Helper()
	if testing.Short() {
		t.Skip("needs Chromium")
	}
	var bin string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			bin = p
			break
		}
	}
	if bin == "" {
		t.Fatal("there is no Chromium here (apt-get install chromium)")
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.NoSandbox)...)
	ctx, done := chromedp.NewContext(alloc)
	ctx, late := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(func() { late(); done(); stop() })
	problems = new([]string)
	chromedp.ListenTarget(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventConsoleAPICalled:
			*problems = append(*problems, string(e.Type))
		case *runtime.EventExceptionThrown:
			*problems = append(*problems, e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			*problems = append(*problems, e.Entry.Text)
		}
	})
	return ctx, problems
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

func eval(t *testing.T, ctx context.Context, js string, into any) {
	t.Helper()
	do(t, ctx, chromedp.Evaluate(js, into,
		func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
}

// storySite is testdata/news, a story as three newspapers tell it.
func storySite(t *testing.T) (base string, mwangi int) {
	t.Helper()
	s := testStore(t)
	mustImport(t, s, tally{outcomeNew: 4}, "testdata/news")
	_, err := s.write.Exec("INSERT INTO problem (place, message) VALUES ('saved/page.html', 'no article is found in the page')")
	if err != nil {
		t.Fatal(err)
	}
	return site(t, s).URL, count(t, s, "SELECT id FROM name WHERE name = 'Grace Mwangi'")
}

// TestLook wants of each page no sideways scrolling, no message in the
// console and, where AXE_CORE names axe-core's script, no finding: wide and
// light, narrow and dark.
func TestLook(t *testing.T) {
	base, mwangi := storySite(t)
	var axe []byte
	if name := os.Getenv("AXE_CORE"); name != "" {
		var err error
		if axe, err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	pages := []struct{ name, path string }{{"home", "/"}, {"search", "/search?q=moyale"}, {"story", "/story/1"},
		{"asof", "/story/1?from=2025-06-03&n=8"},
		{"sources", "/story/1/sources"}, {"article", "/article/4"}, {"actor", fmt.Sprintf("/actor/%d", mwangi)},
		{"actors", "/actors"}, {"places", "/places"},
		{"stories", "/stories"}, {"day", "/day/2025-06-12"}, {"conflicts", "/conflicts"}, {"problems", "/problems"}, {"missing", "/nothing"}}
	ctx, problems := chromium(t)
	for _, w := range []struct {
		width  int64
		scheme string
	}{{1280, "light"}, {360, "dark"}} {
		do(t, ctx, chromedp.EmulateViewport(w.width, 900),
			emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: w.scheme}}))
		for _, p := range pages {
			*problems = nil
			do(t, ctx, chromedp.Navigate(base+p.path), chromedp.WaitReady("footer"))
			look(t, ctx, fmt.Sprintf("%s %d %s", p.name, w.width, w.scheme), axe)
			if p.name == "missing" { // the browser tells the status
				*problems = nil
			}
			if len(*problems) > 0 {
				t.Errorf("%s: console: %v", p.name, *problems)
			}
			if *shots != "" {
				var png []byte
				do(t, ctx, chromedp.CaptureScreenshot(&png))
				if err := os.WriteFile(filepath.Join(*shots, fmt.Sprintf("%s-%d-%s.png", p.name, w.width, w.scheme)), png, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func look(t *testing.T, ctx context.Context, name string, axe []byte) {
	t.Helper()
	var wide struct{ Scroll, Inner int64 }
	eval(t, ctx, "({Scroll: document.documentElement.scrollWidth, Inner: innerWidth})", &wide)
	if wide.Scroll > wide.Inner {
		t.Errorf("%s: the page is %d wide in a window of %d", name, wide.Scroll, wide.Inner)
	}
	if axe == nil {
		return
	}
	var found []struct {
		ID, Help string
		Nodes    []struct{ HTML string }
	}
	var raw string
	eval(t, ctx, string(axe)+"\n;axe.run().then(r => JSON.stringify(r.violations))", &raw)
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: axe: %s: %s: %.300v", name, f.ID, f.Help, f.Nodes)
	}
}

// TestKeyboard searches, follows a story and moves the slider without a mouse.
func TestKeyboard(t *testing.T) {
	base, _ := storySite(t)
	ctx, problems := chromium(t)
	text := func(selector string) (s string) {
		eval(t, ctx, "document.querySelector('"+selector+"').textContent", &s)
		return strings.Join(strings.Fields(s), " ")
	}
	focus := func() (s string) {
		eval(t, ctx, "(e => e.id || e.getAttribute('href') || e.tagName)(document.activeElement)", &s)
		return s
	}
	press := func(keys string) { t.Helper(); do(t, ctx, chromedp.KeyEvent(keys)) }
	loaded := func(selector string) { t.Helper(); do(t, ctx, chromedp.WaitReady(selector)) }
	do(t, ctx, chromedp.Navigate(base+"/"), chromedp.WaitReady("#newest"))
	press(kb.Tab)
	if f := focus(); f != "#main" {
		t.Errorf("Tab leads to %s first, want the link past the head of the page", f)
	}
	press(kb.Tab + kb.Tab)
	if f := focus(); f != "q" {
		t.Errorf("the third Tab leads to %s, want the search", f)
	}
	press("gunmen" + kb.Enter)
	loaded("#articles")
	if h := text("h1"); h != "Search: gunmen" {
		t.Errorf("the search leads to %q", h)
	}
	// The slider tells its day at once and shows it, and keeps the focus.
	do(t, ctx, chromedp.Navigate(base+"/story/1"), chromedp.WaitReady("#tellers"), chromedp.Focus("#n"))
	press(kb.Home)
	if s := text("#chosen"); s != "3 June 2025" {
		t.Errorf("the slider says %q at its beginning", s)
	}
	do(t, ctx, chromedp.WaitVisible(".actions a"))
	for _, want := range []struct{ selector, text string }{{".lead", "as known by 3 June 2025"}, {"main", "of the story not dated by then"}} {
		if s := text(want.selector); !strings.Contains(s, want.text) {
			t.Errorf("%q is not in %q", want.text, s)
		}
	}
	if f := focus(); f != "n" {
		t.Errorf("the focus went to %s", f)
	}
	press(kb.ArrowRight)
	if s := text("#chosen"); s != "4 June 2025" {
		t.Errorf("the slider says %q after one step", s)
	}
	var address string
	do(t, ctx, chromedp.Poll("location.search.includes('n=1') && document.querySelector('.lead').textContent.includes('4 June')", nil),
		chromedp.Location(&address))
	if !strings.HasSuffix(address, "/story/1?from=2025-06-03&n=1") {
		t.Errorf("the address is %s", address)
	}
	if len(*problems) > 0 {
		t.Errorf("console: %v", *problems)
	}
}

// TestWithoutScript submits the slider's form.
func TestWithoutScript(t *testing.T) {
	base, _ := storySite(t)
	ctx, _ := chromium(t)
	do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(base+"/story/1"), chromedp.WaitReady("#tellers"),
		chromedp.Focus("#n"), chromedp.KeyEvent(kb.Home+kb.ArrowRight+kb.Tab+kb.Enter),
		chromedp.WaitReady(".actions a"))
	var address, lead string
	do(t, ctx, chromedp.Location(&address), chromedp.Text(".lead", &lead))
	if !strings.HasSuffix(address, "/story/1?from=2025-06-03&n=1") || !strings.Contains(lead, "as known by 4 June 2025") {
		t.Errorf("the button leads to %s: %s", address, lead)
	}
}
