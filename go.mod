module github.com/dateline-go/dateline

go 1.26
