package main

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/dateline-go/dateline"
)

// The map's land is Natural Earth's at 1:110 million, in the public domain
// (https://www.naturalearthdata.com), as an SVG path in half degrees from the
// North Pole and the date line.
//
//go:embed land.txt
var land string

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// write writes the page of docs. html/template escapes whatever comes from an article.
func write(w io.Writer, docs []*dateline.Document) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"css": func() template.CSS { return template.CSS(pageCSS) },
		"js":  func() template.JS { return template.JS(pageJS) },
	}).Parse(pageHTML)
	if err != nil {
		return err
	}
	return t.Execute(w, newView(docs))
}
