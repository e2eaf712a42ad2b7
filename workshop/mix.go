package workshop

// The mixing engine puts people together so that they meet who they have not met, and nobody is alone. It is a pure function of
// its arguments: laptops that are given the same people, history and seed work out the same groups.

// Mixing is what groups are made from.
type Mixing struct {
	People int                // they are numbered from 0
	Size   int                // people in a group, as near as it goes; less than 2 is 2
	Rounds int                // less than 1 is 1
	Met    func(a, b int) int // how often two met before; nil: never
	Tags   [][]string         // what is known of each; those who share a tag come apart. Nil: nothing
	Hosts  bool               // one person of each group stays in all rounds: the first listed
	Chance bool               // anyhow: neither who met nor tags are looked at
	Seed   uint64
}

// mixTries bounds the work: so many beginnings, and so many rounds of swaps for each.
const (
	mixTries = 12
	mixSwaps = 400
)

// Mix returns the groups of each round: lists of people by number, ascending but for hosts, who come first. With fewer than two
// people there is one group.
func Mix(m Mixing) [][][]int {
	m.Rounds, m.Size = max(m.Rounds, 1), max(m.Size, 2)
	var best [][][]int
	least := -1
	for try := range mixTries {
		mx := newMixer(m, m.Seed+uint64(try)*0x9e3779b97f4a7c15)
		rounds, cost := mx.rounds()
		if least < 0 || cost < least {
			best, least = rounds, cost
		}
		if least == 0 || m.Chance {
			break
		}
	}
	return best
}

// GroupSizes divides people into groups of about a size: none is larger than the size by more than it must be, they differ by
// one at most, and nobody is alone unless there is nobody else.
func GroupSizes(people, size int) []int {
	size = max(size, 2)
	n := max((people+size-1)/size, 1)
	for n > 1 && people/n < 2 {
		n--
	}
	sizes := make([]int, n)
	for i := range sizes {
		sizes[i] = people / n
		if i < people%n {
			sizes[i]++
		}
	}
	return sizes
}

// mixer works on one beginning.
type mixer struct {
	Mixing
	dice    dice
	sizes   []int
	met     [][]int // how often two met, what was planned here included
	apart   [][]int // how many tags two share
	hosts   []int
	hosting []bool
}

func newMixer(m Mixing, seed uint64) *mixer {
	mx := &mixer{Mixing: m, dice: dice(seed), sizes: GroupSizes(m.People, m.Size), hosting: make([]bool, m.People)}
	mx.met, mx.apart = square(m.People), square(m.People)
	for a := range m.People {
		for b := range a {
			if m.Met != nil {
				mx.met[a][b] = m.Met(b, a)
				mx.met[b][a] = mx.met[a][b]
			}
			if a < len(m.Tags) {
				mx.apart[a][b] = shared(m.Tags[a], m.Tags[b])
				mx.apart[b][a] = mx.apart[a][b]
			}
		}
	}
	if m.Hosts {
		mx.hosts = mx.dice.order(m.People)[:min(len(mx.sizes), m.People)]
		for _, h := range mx.hosts {
			mx.hosting[h] = true
		}
	}
	return mx
}

func square(n int) [][]int {
	rows := make([][]int, n)
	for i := range rows {
		rows[i] = make([]int, n)
	}
	return rows
}

func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y && x != "" {
				n++
			}
		}
	}
	return n
}

func (m *mixer) rounds() (rounds [][][]int, cost int) {
	for range m.Rounds {
		groups := m.begin()
		if !m.Chance {
			m.improve(groups)
		}
		for _, g := range groups {
			cost += m.costOf(g)
			for i, a := range g {
				for _, b := range g[:i] {
					m.met[a][b]++
					m.met[b][a]++
				}
			}
		}
		rounds = append(rounds, tidied(groups, m.Hosts))
	}
	return rounds, cost
}

// begin seats everybody anyhow; hosts at their own tables.
func (m *mixer) begin() [][]int {
	groups := make([][]int, len(m.sizes))
	for i, h := range m.hosts {
		groups[i] = append(groups[i], h)
	}
	at := 0
	for _, p := range m.dice.order(m.People) {
		if m.hosting[p] {
			continue
		}
		for len(groups[at]) >= m.sizes[at] {
			at++
		}
		groups[at] = append(groups[at], p)
	}
	return groups
}

// pair is what it costs to put two together: a second meeting costs more than a shared tag, a third more than two seconds, and
// coming back to the table of a host more than meeting other travellers again.
func (m *mixer) pair(a, b int) int {
	again := 100 * m.met[a][b] * m.met[a][b]
	if m.hosting[a] || m.hosting[b] {
		again *= 3
	}
	return again + m.apart[a][b]
}

func (m *mixer) costOf(group []int) int {
	sum := 0
	for i, a := range group {
		for _, b := range group[:i] {
			sum += m.pair(a, b)
		}
	}
	return sum
}

// with is what somebody costs in a group without its member number but.
func (m *mixer) with(p int, group []int, but int) int {
	sum := 0
	for i, q := range group {
		if i != but && q != p {
			sum += m.pair(p, q)
		}
	}
	return sum
}

// improve swaps people as long as that makes a round cheaper.
func (m *mixer) improve(groups [][]int) {
	for range mixSwaps {
		better := false
		for g := range groups {
			for i := m.firstMover(); i < len(groups[g]); i++ {
				better = m.swap(groups, g, i) || better
			}
		}
		if !better {
			return
		}
	}
}

func (m *mixer) firstMover() int {
	if m.Hosts {
		return 1
	}
	return 0
}

// swap finds the best exchange for one person and makes it if it saves anything.
func (m *mixer) swap(groups [][]int, g, i int) bool {
	p := groups[g][i]
	now := m.with(p, groups[g], i)
	if now == 0 {
		return false
	}
	saves, toGroup, toSeat := 0, -1, 0
	for h := range groups {
		if h == g {
			continue
		}
		for j := m.firstMover(); j < len(groups[h]); j++ {
			q := groups[h][j]
			before := now + m.with(q, groups[h], j)
			after := m.with(p, groups[h], j) + m.with(q, groups[g], i)
			if before-after > saves {
				saves, toGroup, toSeat = before-after, h, j
			}
		}
	}
	if toGroup < 0 {
		return false
	}
	groups[g][i], groups[toGroup][toSeat] = groups[toGroup][toSeat], p
	return true
}

// tidied sorts people within their groups, hosts aside, so that no order says how they were found.
func tidied(groups [][]int, hosts bool) [][]int {
	for _, g := range groups {
		rest := g
		if hosts && len(g) > 0 {
			rest = g[1:]
		}
		for i := range rest {
			for j := i; j > 0 && rest[j] < rest[j-1]; j-- {
				rest[j], rest[j-1] = rest[j-1], rest[j]
			}
		}
	}
	return groups
}

// dice is a seeded sequence of numbers (splitmix64): the same on every laptop, and good enough to mix people, not to hide secrets.
type dice uint64

func (d *dice) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1, all equally likely.
func (d *dice) below(n int) int {
	limit := ^uint64(0) - ^uint64(0)%uint64(n)
	for {
		if x := d.next(); x < limit {
			return int(x % uint64(n))
		}
	}
}

// order returns the numbers from 0 to n-1 in an order of which all are equally likely.
func (d *dice) order(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := d.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}
