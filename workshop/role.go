package workshop

import "fmt"

// Role is what a person is in a session. The numbers are part of the format.
type Role uint8

// The roles, from the one who convened the session down to nobody.
const (
	RoleFirst         Role = 0
	RoleSuccessor     Role = 1
	RoleCofacilitator Role = 2
	RoleElected       Role = 3
	RoleParticipant   Role = 4
	RoleObserver      Role = 5
	RoleNone          Role = 6
)

var roleNames = [...]string{"first", "successor", "cofacilitator", "elected", "participant", "observer", "removed"}

// String returns the role's name as window and command line use it.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return fmt.Sprintf("role %d", uint8(r))
}

// ParseRole reads what [Role.String] wrote.
func ParseRole(s string) (Role, bool) {
	for i, name := range roleNames {
		if name == s {
			return Role(i), true
		}
	}
	return RoleNone, false
}

// Facilitates reports whether the role may drive the agenda.
func (r Role) Facilitates() bool { return r <= RoleElected }

// rank orders people by authority: the smaller, the higher. Successors rank by their number.
type rank int32

const rankStep = 1 << 16

func rankOf(r Role, number int64) rank {
	if r == RoleSuccessor {
		return rank(rankStep + number)
	}
	return rank(r) * rankStep
}

func (r rank) role() Role { return Role(r / rankStep) }

// above reports strictly higher authority.
func (r rank) above(other rank) bool { return r < other }
