package dateline

import "fmt"

// The text form of a closed enum is its name in a table, by value.

func enumName[E ~uint8](names []string, e E) string {
	if int(e) < len(names) {
		return names[e]
	}
	return fmt.Sprintf("%d", uint8(e))
}

func marshalEnum[E ~uint8](what string, names []string, e E) ([]byte, error) {
	if int(e) >= len(names) {
		return nil, fmt.Errorf("dateline: no %s %d", what, uint8(e))
	}
	return []byte(names[e]), nil
}

func unmarshalEnum[E ~uint8](what string, names []string, e *E, b []byte) error {
	for i, n := range names {
		if n == string(b) {
			*e = E(i)
			return nil
		}
	}
	return fmt.Errorf("dateline: no %s %q", what, b)
}
