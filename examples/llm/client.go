package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A client asks an endpoint of chat completions.
type client struct {
	HTTP     *http.Client
	URL      string // in front of /chat/completions
	Model    string
	Key      string        // sent as a bearer token; may be empty
	Attempts int           // in all
	Backoff  time.Duration // before the second attempt; doubled before each further one
	MaxBytes int64         // of an answer
}

// A statusError is an answer of HTTP that is no success.
type statusError struct {
	code  int
	body  string
	after time.Duration // what the server asks to wait, or 0
}

func (e *statusError) Error() string {
	return fmt.Sprintf("HTTP %d: %s", e.code, strings.Join(strings.Fields(e.body), " "))
}

// again reports whether another attempt may do better: the network failed, or
// the server said that it is busy or broken.
func again(err error) bool {
	var s *statusError
	if errors.As(err, &s) {
		return s.code == http.StatusTooManyRequests || s.code == http.StatusRequestTimeout || s.code >= 500
	}
	var n *networkError
	return errors.As(err, &n)
}

// A networkError means that no whole answer came.
type networkError struct{ err error }

func (e *networkError) Error() string { return e.err.Error() }
func (e *networkError) Unwrap() error { return e.err }

// complete asks until there is an answer, the attempts are used up, or ctx is
// done, and gives what the model says.
func (c *client) complete(ctx context.Context, body []byte) (string, error) {
	wait := c.Backoff
	for n := 1; ; n++ {
		said, err := c.once(ctx, body)
		if err == nil {
			return said, nil
		}
		if ctx.Err() != nil {
			return "", fmt.Errorf("%w (%v)", context.Cause(ctx), err)
		}
		if n >= c.Attempts || !again(err) {
			return "", err
		}
		pause := wait + rand.N(wait/2+1) // so that many clients do not come back at once
		var s *statusError
		if errors.As(err, &s) && s.after > 0 {
			pause = s.after
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < pause {
			return "", fmt.Errorf("no time for another try in %v: %w", pause.Round(time.Millisecond), err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return "", fmt.Errorf("%w (%v)", context.Cause(ctx), err)
		}
		wait *= 2
	}
}

func (c *client) once(ctx context.Context, body []byte) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(c.URL, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	if c.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.Key)
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return "", &networkError{err}
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, c.MaxBytes+1))
	switch {
	case resp.StatusCode != http.StatusOK:
		return "", &statusError{resp.StatusCode, string(data[:min(len(data), 200)]), retryAfter(resp.Header.Get("Retry-After"), time.Now())}
	case err != nil:
		return "", &networkError{err}
	case int64(len(data)) > c.MaxBytes:
		return "", fmt.Errorf("the answer has more than %d bytes", c.MaxBytes)
	}
	return message(data)
}

// message is what the model says in a chat completion.
func message(data []byte) (string, error) {
	var x struct {
		Choices []struct {
			FinishReason string `json:"finish_reason"`
			Message      struct {
				Content *string `json:"content"`
				Refusal string  `json:"refusal"`
			} `json:"message"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(data, &x); err != nil {
		return "", fmt.Errorf("the answer is no chat completion: %w", err)
	}
	if len(x.Choices) == 0 {
		return "", errors.New("the answer is no chat completion: it has no choices")
	}
	switch m := x.Choices[0]; {
	case m.Message.Refusal != "":
		return "", fmt.Errorf("the model refused: %.100q", m.Message.Refusal)
	case m.FinishReason == "length" || m.FinishReason == "content_filter":
		return "", fmt.Errorf("the model was cut short (%s)", m.FinishReason)
	case m.Message.Content == nil:
		return "", errors.New("the model said nothing")
	default:
		return *m.Message.Content, nil
	}
}

// retryAfter reads the header of that name: seconds or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64); err == nil {
		return time.Duration(min(max(n, 0), 24*60*60)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(t.Sub(now), 0)
	}
	return 0
}
