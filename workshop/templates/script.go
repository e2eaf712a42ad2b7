package templates

import (
	"strings"

	"convene/workshop"
)

// Script is how to lead an activity, for somebody who never did: what to say, what to watch for, and what to do when nothing happens.
type Script struct{ Say, Watch, Stuck string }

// Script returns how to lead the activity: what its template says, else what holds for its kind.
func (a *Activity) Script() Script {
	s := scripts[string(a.Kind)]
	for _, more := range []string{a.Preset, a.way()} {
		if m, ok := scripts[string(a.Kind)+" "+more]; ok && more != "" {
			s = m
		}
	}
	for _, line := range strings.Split(a.FacilitatorNotes, "\n") {
		for begins, to := range map[string]*string{"Say:": &s.Say, "Watch:": &s.Watch, "If stuck:": &s.Stuck} {
			if said, ok := strings.CutPrefix(strings.TrimSpace(line), begins); ok {
				*to = strings.TrimSpace(said)
			}
		}
	}
	return s
}

// way is what makes one activity of a kind different to lead from another.
func (a *Activity) way() string {
	set := workshop.SettingsOf(a.Settings)
	switch a.Kind {
	case workshop.ActivityBreakout:
		return set.Form()
	case workshop.ActivityVote:
		return set.Str("method", "dots")
	case workshop.ActivityCanvas:
		return set.Layout()
	case workshop.ActivityCommit, workshop.ActivityCluster:
		return set.Str("mode", "")
	}
	return ""
}

// scripts are by kind, and by kind with its preset or way where that is led differently.
var scripts = map[string]Script{
	"brief": {
		"Read the prompt aloud. Say what comes next, how long it takes, and what will be done with the results.",
		"Faces that ask something. One question now saves ten minutes later.",
		"Ask somebody to say in their own words what we are here for.",
	},
	"brief break": {
		"Say when we go on, by the clock, and where to find water and toilets.",
		"Who stays alone. Go and talk with them.",
		"Begin again on time, with those who are there.",
	},
	"round": {
		"Read the prompt aloud. Say that everybody has one turn, that passing is a turn, and that nobody answers to what was said.",
		"Speakers who go on for long, and those who look at the floor. Thank each with one word.",
		"Answer first yourself, in one short sentence.",
	},
	"round check-out": {
		"Ask for one sentence each. Say that there is no discussion after it.",
		"What people say should be better next time: it is kept for the next session.",
		"Ask for one word instead.",
	},
	"round pulse": {
		"Read the question. Say that nobody sees who gave which number.",
		"A wide spread: it is worth one question, and nobody has to explain themselves.",
		"Read the question once more, and wait.",
	},
	"brainstorm": {
		"Read the prompt twice. Say: one idea a note, in a few words, quietly. Then be quiet yourself.",
		"Writers who look around: they have finished, or did not understand. Talk begins when the quiet ends.",
		"Give one example of your own, from another field.",
	},
	"cluster": {
		"Say: put together what answers the same, not what sounds the same. Name a group only when three people agree.",
		"A group that swallows all others. Ask whether it gives two answers.",
		"Take the two notes that are most alike and put them together.",
	},
	"cluster name-only": {
		"Begin with the largest group. Read every note aloud before you ask for a name.",
		"Names of one word: they name a topic, not an answer.",
		"Ask: if these notes were one sentence, how would it begin?",
	},
	"cluster merge": {
		"Say: put together what is the same, take apart what is two. Nothing is thrown away.",
		"Ideas that are merged because they are near, though they are not the same.",
		"Ask who wrote one of the two what they meant.",
	},
	"vote": {
		"Read the question aloud before anybody votes. Say how many dots each has, and what happens with the result.",
		"The number of ballots, not who is missing. Nobody sees a result before all do.",
		"Ask whether two options are the same. If they are, put them together and vote anew.",
	},
	"vote consent": {
		"Read the proposal word for word. Ask: do you see harm for our aim? Good enough for now and safe enough to try is a yes.",
		"Silence that is no consent. An objection is a gift: thank for it before you ask what it is.",
		"Make it smaller or shorter, or set a day on which we look at it again.",
	},
	"vote scale": {
		"Read the question. Count to three, so that all show at once.",
		"The lowest and the highest. Ask them, in this order, what they see that others may not.",
		"Ask what one change would lift the lowest number.",
	},
	"vote score": {
		"Say what each number means, and that the gut may answer.",
		"Ideas on which the numbers lie far apart: there is something to learn.",
		"Do the first one together, aloud.",
	},
	"vote grid": {
		"Explain the two axes with one example for each corner.",
		"Options on which people differ. Talk about those, not about the average.",
		"Compare two options at a time.",
	},
	"vote rank": {
		"Say that first is the one to begin with, and that it is no verdict on the rest.",
		"Options that many have second: they may carry the group.",
		"Ask for the last place first.",
	},
	"discuss": {
		"Name the item, the time, and who writes down. Ask one open question, then let others talk.",
		"Two voices that take all. Hand the word to somebody who has not spoken.",
		"Two minutes in pairs, then ask again.",
	},
	"breakout": {
		"Say what the groups do, how long, and what they bring back. Show who is where before anybody moves.",
		"Groups that are silent and groups that are one person's talk. Visit, listen, leave.",
		"Give the group a first sentence to go on with.",
	},
	"breakout escalate": {
		"Say: first alone, then in twos, then in fours, then all. At the chime go on with what you have.",
		"Pairs that begin anew instead of building on their notes.",
		"Ask: which of your two notes would a stranger understand?",
	},
	"breakout rotate": {
		"Say: the host stays and tells in one minute what was said; the others travel, each to another table.",
		"People who travel together. Send them to different tables.",
		"Ask the host to read the strongest note aloud.",
	},
	"breakout self-select": {
		"Say: go where you can learn or help. If you can do neither, use your feet.",
		"Hosts who wait alone. A group of one may write its report alone, or join another.",
		"Read the topics aloud once more.",
	},
	"canvas": {
		"Walk through the zones, one sentence and one example each. Then begin with the easiest.",
		"Zones that stay empty. Ask what that tells us.",
		"Fill the first note in together.",
	},
	"canvas grid2x2": {
		"Name the axes. Take one note and ask: more than the middle, or less? Then compare neighbours.",
		"All notes in one corner. Then the corner is the whole picture: spread them.",
		"Place the two extremes first.",
	},
	"canvas stack": {
		"Open one level after the other. Each note below should explain one above.",
		"Notes that blame a person. Ask which rule made it easy to act so.",
		"Ask why, three times, about one note.",
	},
	"canvas timetable": {
		"Say: whoever has a topic writes it, says it in one sentence and puts it into a free place and time.",
		"People with a topic who do not dare. Ask them aside.",
		"Wait. The first topic is the hardest.",
	},
	"commit": {
		"Ask for actions that begin within two weeks. A name is written down only when its owner says yes.",
		"Actions without a name, and names that carry too many.",
		"Ask: what is the first step, so small that you can do it on Thursday?",
	},
	"commit review": {
		"Read each action aloud. Ask what happened and what we learned, not whose fault it is.",
		"Actions that are on the way for the second time. Make them smaller or let them go.",
		"Begin with one that worked.",
	},
}
