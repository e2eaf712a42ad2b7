package outcome

import (
	"strings"

	"convene/workshop"
)

// JSON writes what the report says as data for machines: one object, in the order and with the numbers of the report (N1, C1,
// D1, A1). The schema is docs/session.schema.json. Hidden authors and secret ballots have no names here either, and with
// profile none nobody can be told from anybody else.
func JSON(v *workshop.View, o Options) []byte {
	r := newReport(v, o)
	r.markdown()
	return r.json()
}

// json needs the fingerprint of the report, which is written before.
func (r *report) json() []byte {
	return writeJSON(r.document(strings.Join(r.print[:], " ")))
}

// JSONVersion is the version of what [JSON] writes. It grows when a field changes its meaning or goes; new fields do not need it.
const JSONVersion = 1

type jsonDocument struct {
	Format      string          `json:"format"`
	Version     int             `json:"version"`
	Profile     Profile         `json:"profile"`
	Fingerprint string          `json:"fingerprint"`
	Session     jsonSession     `json:"session"`
	People      []jsonPerson    `json:"people"`
	Activities  []jsonActivity  `json:"activities"`
	Clusters    []jsonCluster   `json:"clusters"`
	Notes       []jsonNote      `json:"notes"`
	Arrows      []jsonArrow     `json:"arrows"`
	Strokes     []jsonStroke    `json:"strokes,omitempty"`
	Groups      []jsonGroup     `json:"groups"`
	Captures    []jsonCapture   `json:"captures"`
	Decisions   []jsonDecision  `json:"decisions"`
	Objections  []jsonObjection `json:"objections"`
	Actions     []jsonAction    `json:"actions"`
	Parked      []jsonParked    `json:"parked"`
	SetAside    []jsonAside     `json:"setAside"`
	Insight     *jsonInsight    `json:"insight,omitempty"`
}

type jsonSession struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Purpose  string   `json:"purpose"`
	Question string   `json:"question"`
	Period   string   `json:"period"`
	Date     string   `json:"date,omitempty"`
	Place    string   `json:"place"`
	Template string   `json:"template"`
	State    string   `json:"state"`
	Start    string   `json:"start,omitempty"`
	End      string   `json:"end,omitempty"`
	Outcomes []string `json:"outcomes"`

	Charter jsonCharter `json:"charter"`
}

type jsonCharter struct {
	Values  string `json:"values,omitempty"`
	Rule    string `json:"rule,omitempty"`
	Use     string `json:"use,omitempty"`
	Version int    `json:"version"`
	State   string `json:"state,omitempty"`
}

type jsonPerson struct {
	Name string `json:"name,omitempty"`
	Role string `json:"role"` // or "seat": somebody without a laptop
}

type jsonActivity struct {
	Number   int            `json:"number"` // as in the report; 0 when it did not run
	Kind     string         `json:"kind"`
	Preset   string         `json:"preset,omitempty"`
	Title    string         `json:"title"`
	Prompt   string         `json:"prompt,omitempty"`
	Minutes  int            `json:"minutes"`
	Settings map[string]any `json:"settings,omitempty"`
	Runs     []jsonRun      `json:"runs"`
}

type jsonRun struct {
	Start           string       `json:"start,omitempty"`
	End             string       `json:"end,omitempty"`
	PlannedSeconds  int          `json:"plannedSeconds"`
	ExtendedSeconds int          `json:"extendedSeconds"`
	PausedSeconds   int          `json:"pausedSeconds"`
	Answers         []jsonAnswer `json:"answers,omitempty"`
	Passed          int          `json:"passed,omitempty"`
	Result          *jsonResult  `json:"result,omitempty"`
}

type jsonAnswer struct {
	Person string `json:"person,omitempty"`
	Text   string `json:"text"`
	Late   bool   `json:"late,omitempty"`
}

type jsonResult struct {
	Method    string    `json:"method"`
	Secret    bool      `json:"secret"`
	Eligible  int       `json:"eligible"`
	HandedIn  int       `json:"handedIn"`
	Counted   int       `json:"counted"`
	Abstained int       `json:"abstained"`
	Unopened  int       `json:"unopened"`
	Void      int       `json:"void"`
	QuorumMet bool      `json:"quorumMet"`
	Tie       bool      `json:"tie"`
	Hands     bool      `json:"hands,omitempty"`
	Verdict   string    `json:"verdict,omitempty"`
	Rows      []jsonRow `json:"rows"`
}

type jsonRow struct {
	Rank   string `json:"rank"`
	Ref    string `json:"ref,omitempty"`
	Text   string `json:"text"`
	Sum    int    `json:"sum"`
	Voters int    `json:"voters"`
	Spread int    `json:"spread"`

	Mean   *float64       `json:"mean,omitempty"`
	Median *float64       `json:"median,omitempty"`
	Given  map[string]int `json:"given,omitempty"` // how many gave each value
	By     []jsonBy       `json:"by,omitempty"`
}

type jsonBy struct {
	Criterion string  `json:"criterion"`
	Mean      float64 `json:"mean"`
	Spread    int     `json:"spread"`
}

type jsonObjection struct {
	Activity int    `json:"activity"`
	Text     string `json:"text"`
	Answer   string `json:"answer,omitempty"`
	Resolved bool   `json:"resolved"`
}

type jsonCluster struct {
	ID       string   `json:"id"`
	Activity int      `json:"activity"`
	Name     string   `json:"name"`
	Notes    []string `json:"notes"`
}

type jsonNote struct {
	ID       string `json:"id"`
	Activity int    `json:"activity"`
	Cluster  string `json:"cluster,omitempty"`
	Text     string `json:"text"`
	Author   string `json:"author,omitempty"`
	Hidden   bool   `json:"hidden,omitempty"`
	Late     bool   `json:"late,omitempty"`
	Color    string `json:"color,omitempty"`
	Dots     *int   `json:"dots,omitempty"`
	X        int64  `json:"x"`
	Y        int64  `json:"y"`

	Group    string        `json:"group,omitempty"`
	Back     bool          `json:"broughtBack,omitempty"`
	Starred  bool          `json:"starred,omitempty"`
	From     []string      `json:"builtOn,omitempty"`
	Marks    []string      `json:"marks,omitempty"`
	Comments []jsonComment `json:"comments,omitempty"`
	Places   []jsonPlace   `json:"places,omitempty"`
}

type jsonComment struct {
	Author string `json:"author,omitempty"`
	Text   string `json:"text"`
	Late   bool   `json:"late,omitempty"`
}

type jsonPlace struct {
	Activity int    `json:"activity"`
	Group    string `json:"group,omitempty"`
	Zone     string `json:"zone,omitempty"`
	Slot     int    `json:"slot,omitempty"`
	X        int64  `json:"x"`
	Y        int64  `json:"y"`
}

type jsonArrow struct {
	Activity int    `json:"activity"`
	From     string `json:"from"`
	To       string `json:"to"`
	Label    string `json:"label,omitempty"`
	Sign     string `json:"sign,omitempty"`
}

// jsonStroke is what somebody drew by hand.
type jsonStroke struct {
	Activity int        `json:"activity"`
	Group    string     `json:"group,omitempty"`
	Author   string     `json:"author,omitempty"`
	Label    string     `json:"label,omitempty"`
	Color    string     `json:"color"`
	Dots     [][2]int64 `json:"dots"`
	Late     bool       `json:"late,omitempty"`
}

type jsonGroup struct {
	ID       string       `json:"id"`
	Activity int          `json:"activity"`
	Round    int          `json:"round"`
	Name     string       `json:"name,omitempty"`
	People   int          `json:"people"`
	Members  []string     `json:"members,omitempty"`
	Topic    string       `json:"topic,omitempty"`
	From     []string     `json:"from,omitempty"`
	Report   []jsonReport `json:"report"`
}

type jsonReport struct {
	Field string `json:"field"`
	Text  string `json:"text"`
	Late  bool   `json:"late,omitempty"`
}

type jsonCapture struct {
	Activity int    `json:"activity"`
	Type     string `json:"type"`
	Text     string `json:"text"`
	On       string `json:"on,omitempty"`
	Group    string `json:"group,omitempty"`
	Late     bool   `json:"late,omitempty"`
}

type jsonDecision struct {
	ID       string   `json:"id"`
	Activity int      `json:"activity"`
	Text     string   `json:"text"`
	Rule     string   `json:"rule,omitempty"`
	Review   string   `json:"review,omitempty"`
	Consents int      `json:"consents,omitempty"`
	Concerns int      `json:"concerns,omitempty"`
	Asides   int      `json:"asides,omitempty"`
	From     []string `json:"from"`
}

type jsonAction struct {
	ID             string     `json:"id"`
	Activity       int        `json:"activity"`
	What           string     `json:"what"`
	Owner          string     `json:"owner,omitempty"`
	Owned          bool       `json:"owned"`
	Accepted       string     `json:"accepted"`
	Due            string     `json:"due,omitempty"`
	FirstStep      string     `json:"firstStep,omitempty"`
	State          string     `json:"state,omitempty"`
	From           []string   `json:"from"`
	Sign           string     `json:"sign,omitempty"`
	Review         string     `json:"review,omitempty"`
	Type           string     `json:"type,omitempty"`
	Place          string     `json:"place,omitempty"`
	Partner        string     `json:"partner,omitempty"`
	Witness        string     `json:"witness,omitempty"`
	Help           string     `json:"help,omitempty"`
	Roles          []jsonRole `json:"roles,omitempty"`
	Forecast       *int       `json:"forecast,omitempty"`
	ForecastBefore *int       `json:"forecastBefore,omitempty"`
	OwnerBefore    string     `json:"ownerBefore,omitempty"`
}

type jsonCalibration struct {
	Said int `json:"said"`
	Done int `json:"done"`
	Of   int `json:"of"`
}

type jsonRole struct {
	Role string `json:"role"`
	Who  string `json:"who,omitempty"`
}

type jsonParked struct {
	Activity int    `json:"activity"`
	Text     string `json:"text"`
	Fate     string `json:"fate,omitempty"`
}

type jsonAside struct {
	Kind string `json:"kind"`
	Text string `json:"text,omitempty"`
	Why  string `json:"why"`
}

type jsonInsight struct {
	People      int              `json:"people"`
	Contributed int              `json:"contributed"`
	Untouched   []string         `json:"untouched"`
	Steps       []jsonStep       `json:"steps"`
	Calibration *jsonCalibration `json:"calibration,omitempty"`
}

type jsonStep struct {
	Activity int  `json:"activity"`
	Planned  int  `json:"plannedMinutes"`
	Used     int  `json:"usedMinutes"`
	Took     *int `json:"took,omitempty"`
}
