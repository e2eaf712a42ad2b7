package app

// Records returns what the window of this laptop shows.
func (l *Laptop) Records() []Record { return draw(l.scene()) }
