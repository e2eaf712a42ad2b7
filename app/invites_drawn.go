package app

import (
	"net"
	"strconv"
	"strings"

	"rsc.io/qr"
)

// drawCode makes a QR code: SVG path data for a square of size, quiet zone of
// four modules included.
func drawCode(text string) (path string, size int, err error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return "", 0, err
	}
	const quiet = 4
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			width := 0
			for x+width < code.Size && code.Black(x+width, y) {
				width++
			}
			if width > 0 {
				w := strconv.Itoa(width)
				b.WriteString("M" + strconv.Itoa(x+quiet) + " " + strconv.Itoa(y+quiet) + "h" + w + "v1h-" + w + "z")
				x += width
			}
		}
	}
	return b.String(), code.Size + 2*quiet, nil
}

// readable writes addresses as people know them, each once.
func readable(addrs []string) List[string] {
	out := List[string]{}
	seen := map[string]bool{}
	for _, a := range addrs {
		host, port := "", ""
		parts := strings.Split(a, "/")
		for i := 1; i+1 < len(parts); i += 2 {
			switch parts[i] {
			case "ip4", "ip6":
				host = parts[i+1]
			case "udp", "tcp":
				port = parts[i+1]
			}
		}
		if text := net.JoinHostPort(host, port); host != "" && !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}
