package workshop

import "encoding/binary"

// countItems counts the items of an encoding, and stops above [MaxItems]. It allocates nothing and believes no length: a list
// costs what stands in it, so what a stranger can make a reader allocate is bounded before anything is read. What is not well
// formed is left for the reader to refuse.
func countItems(b []byte) int {
	n := 0
	for len(b) > 0 && n <= MaxItems {
		n++
		major := b[0] >> 5
		size, head := itemHead(b)
		if head > len(b) {
			return n
		}
		b = b[head:]
		if major != 2 && major != 3 {
			continue
		}
		if size > uint64(len(b)) {
			return n
		}
		b = b[size:]
	}
	return n
}

// itemHead returns the argument of an item and the length of its head.
func itemHead(b []byte) (argument uint64, length int) {
	info := b[0] & 0x1f
	if info < 24 || info > 27 {
		return uint64(info), 1
	}
	length = 1 + 1<<(info-24)
	if len(b) < length {
		return 0, length
	}
	var full [8]byte
	copy(full[8-(length-1):], b[1:length])
	return binary.BigEndian.Uint64(full[:]), length
}

// itemLen is the length of a well-formed item with all that stands in it.
func itemLen(b []byte) int {
	size, n := itemHead(b)
	switch b[0] >> 5 {
	case 2, 3:
		return n + int(size)
	case 4:
		for range size {
			n += itemLen(b[n:])
		}
	case 5:
		for range 2 * size {
			n += itemLen(b[n:])
		}
	}
	return n
}
