package rehearse

// A rehearsal has one subject, so that its record reads like a real one. Everything that people may say is here; what they do
// say, and when, is theirs.

// Subject is what a rehearsal's session is about.
type Subject struct {
	Title, Purpose, Question, Period, Place string
	Outcomes                                []string
}

// Water is the subject of every rehearsal.
func Water() Subject {
	return Subject{
		Title:    "Safe water for the valley",
		Purpose:  "Agree what the three villages do together so that every household has safe water all year",
		Question: "What would help all three villages keep their water safe every week until March?",
		Period:   "three months",
		Place:    "Town hall, room 2",
		Outcomes: []string{"A short list of what we do first, and why", "A name and a date for each first step"},
	}
}

var names = []string{
	"Amina", "Jonas", "Priya", "Tomás", "Leïla", "Samuel", "Grace", "Mei", "Daniel", "Fatima", "Viktor", "Ingrid", "Kofi", "Rosa",
	"Yusuf", "Hanna", "Nuru", "Elif", "Marek", "Chidi", "Sofía", "Anders", "Laila", "Ravi", "Zofia", "Omar", "Beatriz", "Tariq",
	"Ingeborg", "Wanjiru", "Pavel", "Noor",
}

// theme is one thing that people come back to: what it is called, what they write about it, and what follows from it.
type theme struct {
	called  []string // three to seven words; people do not always choose the same
	notes   []string
	talk    []said
	agreed  string // what the group decides when it talks about this first
	actions []task
}

type said struct{ what, text string }

type task struct{ what, first string }

var themes = []theme{
	{
		called: []string{"One way of testing everywhere", "Test the same way each week"},
		notes: []string{
			"Same test kit at all three villages", "Train with the nurse, she already tests blood", "Test on the same weekday, everywhere",
			"Write the date on the strip", "Jede Woche montags messen, immer an derselben Stelle", "Two people read each strip",
			"A one-page method with pictures", "Keep a spare kit at the school 🧪", "Probar también el pozo viejo",
			"Same test kit for everybody, please", "Check the kits for their expiry date before we order",
		},
		talk: []said{
			{"insight", "Results differ mostly because people wait different times before they read the strip."},
			{"question", "Who reads the strip when the nurse is away?"},
		},
		agreed: "All three villages use the same test kit and the same method from the first Monday of next month.",
		actions: []task{
			{"Order six test kits", "Ask the district for a price by Friday"},
			{"Write the one-page method with pictures", "Draw the four steps on a sheet"},
		},
	},
	{
		called: []string{"Results where everyone sees them", "Trust between the villages"},
		notes: []string{
			"Put results on the wall by the well", "Nobody sees the other village's numbers", "Red strip means closed, in writing",
			"We argue about the method, not about the water", "Radio notice on Saturday morning", "نعلّق النتائج بجانب البئر كل أسبوع",
			"A green or red flag at the pump", "Send a photo of the sheet to the other two villages", "Los resultados en la plaza, a la vista",
			"Say also when the water is good 🙂",
		},
		talk: []said{
			{"insight", "People trust a sheet on the wall more than a message they cannot check."},
			{"parked", "Who owns the data after the pilot?"},
		},
		agreed: "Each village hangs its results on the wall by the well, good ones too.",
		actions: []task{
			{"Hang a results sheet at each well", "Print three sheets and laminate them"},
			{"Agree on a radio notice for Saturdays", "Call the station"},
		},
	},
	{
		called: []string{"Repairs within two days", "Keep the pumps running"},
		notes: []string{
			"A list of who can repair what", "Spare seals in every village", "Pump stood still for nine days in August",
			"Call the mechanic before it breaks, not after", "Ersatzteile im Schulkeller lagern", "Teach two young people per village",
			"One phone number for all repairs", "Grease the handle every month", "A repair book that hangs on the pump",
			"We need a ladder that is not locked away",
		},
		talk: []said{
			{"insight", "Seven of nine broken days were waiting for a part that costs less than a sack of rice."},
			{"question", "Who keeps the key of the store?"},
		},
		agreed: "No pump stands still for more than two days without somebody being called.",
		actions: []task{
			{"Buy seals and store them at the school", "Count what is left in the box"},
			{"List who can repair what", "Ask at the market on Saturday"},
		},
	},
	{
		called: []string{"Share the cost fairly", "Money that lasts until March"},
		notes: []string{
			"Buy kits together, a third cheaper", "Ask the council for storage", "Each household gives what one jerrycan costs",
			"Widows and the old pay nothing", "Un fondo común, con dos llaves", "Show the cash box every month",
			"The shop could keep the money", "كل بيت يساهم بما يستطيع", "No cost for the school",
		},
		talk: []said{
			{"insight", "The cost is small; what worries people is not seeing where it goes."},
			{"parked", "Should the council pay for storage?"},
		},
		agreed:  "Kits are bought together, and each household gives what one jerrycan costs.",
		actions: []task{{"Open the cash box in public each month", "Choose who holds the second key"}},
	},
	{
		called: []string{"Hear those who fetch water", "Who decides about the well"},
		notes: []string{
			"Women fetch the water, ask them first", "Children know which pump tastes bad", "Meet at the well, not in the office",
			"Decide where the queue is, not where the chairs are", "Die Schulklasse führt das Wassertagebuch", "A turn for each village to lead",
			"Listen to the herders too", "Preguntar a las abuelas qué pozos se secaban", "Say it in both languages",
		},
		talk: []said{
			{"insight", "Nobody in this room fetches water every day. We plan for others."},
			{"question", "How do we ask without taking an hour from people's morning?"},
		},
		agreed:  "Nothing about the well is decided before those who fetch the water were asked.",
		actions: []task{{"Ask ten people in the queue what they would change", "Go on Thursday at six"}},
	},
	{
		called: []string{"Protect the springs upstream", "Keep the source clean"},
		notes: []string{
			"Fence the spring before the rains", "Move the latrine, it is too close", "No washing of trucks above the dam",
			"Plant along the stream 🌱", "Zäune vor dem ersten Regen", "Mark the protected area on the map", "Talk with the quarry owner",
			"Clean the gutter before November",
		},
		talk:    []said{{"insight", "What we fence before the rains we need not test away afterwards."}},
		agreed:  "The upper spring is fenced before the rains.",
		actions: []task{{"Fence the upper spring", "Measure how much wire is needed"}},
	},
}

var arrivals = []string{
	"I hope we leave with dates, not only ideas.", "That we stop arguing about whose well is worse.", "One thing that starts next week.",
	"Ich hoffe, dass wir am Ende wissen, wer was macht.", "That my mother no longer boils every pot.", "أتمنى أن نسمع الجميع.",
	"Que salgamos con un plan pequeño y claro.", "I would like to listen first.", "That we know whom to call when the pump stops.",
	"To be home before dark, with a plan. 🙂",
}

var takeaways = []string{
	"The cost was never the real problem. Next time: invite the herders.", "We agree on more than I thought. Next time: start earlier.",
	"A sheet on the wall is enough. Next time: shorter check-in.", "I know what I do on Thursday.",
	"Gut, dass alle geschrieben haben. Nächstes Mal: eine Pause.", "Me llevo una fecha. La próxima vez, más voces del valle alto.",
	"أعجبني أن الأصوات كانت سرية.", "That it went well without shouting. Next time: more chairs.",
	"I take one promise home. Next time: print the question larger.",
}

// builtOn says the same in other words, as people do who cannot see each other's notes.
var builtOn = []string{"%s – but every village its own way", "%s, and start small", "First of all: %s", "%s – before the rains", "%s (ask the school)"}

// extras are what people say of an action where its activity asks for more than what, who and when.
var extras = map[string][]string{
	"sign": {
		"The sheet hangs at all three wells", "No cattle at the water for a week", "Somebody from another village uses it",
		"The strip is read before the buckets are filled", "Wir hören eine Woche lang keine Klage",
	},
	"place":   {"Upper spring", "School yard", "Town hall, room 2", "Mercado del sábado", "Well of the lower village"},
	"partner": {"The nurse", "The herders", "District water office", "La escuela", "The quarry owner"},
	"witness": {"My neighbour at the pump", "The nurse", "The teacher", "جارتي عند البئر"},
	"help":    {"Wire and two hands", "Somebody who speaks both languages", "A lift to town on Friday", "Nothing, only time"},
	"type":    {"trial", "visit", "repair", "agreement"},
}
