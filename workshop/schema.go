package workshop

import (
	"fmt"
	"unicode/utf8"

	"convene/workshop/crdt"
)

// Kind is the kind of a record. The numbers are part of the format.
type Kind uint8

// The record kinds. Run, closing, close, grant and takeIn are policy: each stands alone in its change.
const (
	KindSession      Kind = 1
	KindCharter      Kind = 2
	KindOutcome      Kind = 3
	KindPerson       Kind = 4
	KindSeat         Kind = 5
	KindActivity     Kind = 6
	KindBoard        Kind = 7
	KindZone         Kind = 8
	KindNote         Kind = 9
	KindCluster      Kind = 10
	KindConnector    Kind = 11
	KindComment      Kind = 12
	KindMark         Kind = 13
	KindResponse     Kind = 14
	KindBallot       Kind = 15
	KindOpening      Kind = 16
	KindDecision     Kind = 17
	KindAction       Kind = 18
	KindCapture      Kind = 19
	KindParked       Kind = 20
	KindProcessPoint Kind = 21
	KindGroup        Kind = 22
	KindReport       Kind = 23
	KindReady        Kind = 24
	KindReaction     Kind = 25
	KindClock        Kind = 26
	KindEndorse      Kind = 27
	KindPlacement    Kind = 28
	KindAttendance   Kind = 29
	KindHandCount    Kind = 30
	KindStroke       Kind = 31

	KindGrant   Kind = 40
	KindRun     Kind = 41
	KindClosing Kind = 42
	KindClose   Kind = 43
	KindTakeIn  Kind = 44
)

// Policy reports whether records of the kind decide what others may do or what counts.
func (k Kind) Policy() bool { return k >= KindGrant && k <= KindTakeIn }

// String returns the kind's name as the glossary has it.
func (k Kind) String() string {
	if s := schema[k]; s != nil {
		return s.name
	}
	return fmt.Sprintf("kind %d", uint8(k))
}

// Field is a field of a record kind. The numbers are part of the format; number 0 is deleted in every kind.
type Field uint8

// FieldDeleted hides a record when true.
const FieldDeleted Field = 0

// The fields, grouped by what they say. A kind has those that its row of the schema names.
const (
	FieldTitle Field = iota + 1
	FieldText
	FieldName
	FieldPurpose
	FieldQuestion
	FieldPeriod
	FieldDate
	FieldPlace
	FieldNonce
	FieldFirst
	FieldState
	FieldFloor
	FieldOrder
	FieldPerson
	FieldKeeper
	FieldRole
	FieldRank
	FieldActivityKind
	FieldPreset
	FieldMinutes
	FieldPrompt
	FieldInstructions
	FieldSettings
	FieldSource
	FieldActivity
	FieldColor
	FieldCluster
	FieldX
	FieldY
	FieldFrom
	FieldTo
	FieldLabel
	FieldOn
	FieldPass
	FieldCommit
	FieldBox
	FieldSeal
	FieldSalt
	FieldChoices
	FieldLines
	FieldRule
	FieldEvidence
	FieldWhat
	FieldOwner
	FieldAccepted
	FieldDue
	FieldFirstStep
	FieldType
	FieldItem
	FieldFate
	FieldAnswer
	FieldMembers
	FieldReady
	FieldHand
	FieldSeconds
	FieldOptions
	FieldVoters
	FieldRun
	FieldSign
	FieldYields
	FieldLang
	FieldAnonymous
	FieldTemplate
	FieldValues
	FieldSecret
	FieldLocked
	FieldZone
	FieldSlot
	FieldRound
	FieldBack
	FieldStarred
	FieldTags
	FieldServes
	FieldSeats
	FieldSpeaker
	FieldSeat
	FieldReview
	FieldRoles
	FieldPartner
	FieldWitness
	FieldHelp
	FieldForecast
	FieldFormer
	FieldLineage
	FieldBlank
	FieldThumb
	FieldNumber
	FieldCarried
	FieldHandsOver
	FieldPicture
	FieldLine
)

// valueType says what a field takes.
type valueType uint8

const (
	typeString  valueType = iota + 1 // at most max bytes
	typeText                         // edited by OpText; its first value in create is a plain string
	typeInt                          // from 0 to max, or any when max is 0
	typeBool                         //
	typeBytes                        // at most max bytes
	typeRef                          // a record of kind ref, or of any kind
	typePerson                       // a person or nobody
	typePersons                      // at most max persons
	typeRefs                         // at most max records
	typeOptions                      // list of [record, text]
	typeChoices                      // list of [record, number]
	typeLines                        // list of [tracker, choices] or [tracker, choices, text]
)

// fieldSpec is one row of a kind: what the field takes and whether it may be set after creation.
type fieldSpec struct {
	typ    valueType
	max    int
	fixed  bool // only in create or put
	needed bool // must be in create or put
}

type kindSpec struct {
	name   string
	put    bool // made by put under a key, not by create
	token  bool // made by create, or by put on a run under a random token: work that nobody is named for
	parent Kind // of puts: the kind of the parent
	fields map[Field]fieldSpec
}

func str(max int) fieldSpec         { return fieldSpec{typ: typeString, max: max} }
func text() fieldSpec               { return fieldSpec{typ: typeText, max: maxNote} }
func num(max int) fieldSpec         { return fieldSpec{typ: typeInt, max: max} }
func raw(max int) fieldSpec         { return fieldSpec{typ: typeBytes, max: max} }
func of(t valueType) fieldSpec      { return fieldSpec{typ: t, max: 512} }
func (f fieldSpec) once() fieldSpec { f.fixed = true; return f }
func (f fieldSpec) must() fieldSpec { f.fixed, f.needed = true, true; return f }

const (
	maxTitle  = 200 * 4 // bytes; 200 characters of at most 4 bytes
	maxName   = 60 * 4
	maxPrompt = 1000 * 4
	maxNote   = 4096
	maxJSON   = 8192
	maxOrder  = 100
	maxDay    = 10
	maxChoice = 1_000_000
	maxRounds = 1000
	maxPeople = 1000
)

// schema is the one table of record kinds. Encoding, rights, documents and the window's types follow from it.
var schema = map[Kind]*kindSpec{
	KindSession: {name: "session", fields: map[Field]fieldSpec{
		FieldNonce: raw(32).must(), FieldFirst: of(typePerson).must(), FieldTemplate: str(100).once(),
		FieldTitle: str(maxTitle), FieldPurpose: str(maxPrompt), FieldQuestion: str(maxPrompt), FieldPeriod: str(maxTitle),
		FieldDate: str(maxDay), FieldPlace: str(maxTitle), FieldState: str(10), FieldFloor: of(typePerson),
		FieldMinutes: num(24 * 60), FieldLineage: str(100).once(), FieldBlank: of(typeBool),
	}},
	KindCharter: {name: "charter", fields: map[Field]fieldSpec{
		FieldText: text(), FieldValues: str(maxPrompt), FieldRule: str(maxPrompt), FieldHandsOver: of(typeBool),
	}},
	KindOutcome: {name: "outcome", fields: map[Field]fieldSpec{FieldText: str(maxPrompt), FieldOrder: str(maxOrder)}},
	KindPerson: {name: "person", put: true, parent: KindSession, fields: map[Field]fieldSpec{
		FieldName: str(maxName), FieldLang: str(20), FieldTags: str(maxTitle),
	}},
	KindSeat: {name: "seat", fields: map[Field]fieldSpec{FieldName: str(maxName), FieldKeeper: of(typePerson)}},
	KindActivity: {name: "activity", fields: map[Field]fieldSpec{
		FieldActivityKind: str(20).must(), FieldPreset: str(40), FieldTitle: str(maxTitle), FieldMinutes: num(24 * 60),
		FieldPrompt: str(maxPrompt), FieldInstructions: str(maxNote), FieldSettings: str(maxJSON),
		FieldSource: of(typeRef), FieldOrder: str(maxOrder), FieldYields: str(maxTitle), FieldLocked: of(typeBool),
		FieldServes: of(typeRefs), FieldState: str(10),
	}},
	KindBoard: {name: "board", fields: map[Field]fieldSpec{FieldActivity: of(typeRef).must(), FieldTitle: str(maxTitle)}},
	KindZone: {name: "zone", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldTitle: str(maxTitle), FieldOrder: str(maxOrder),
		FieldLocked: of(typeBool),
	}},
	KindNote: {name: "note", token: true, fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldText: text(), FieldColor: str(10), FieldCluster: of(typeRef),
		FieldOrder: str(maxOrder), FieldX: num(0), FieldY: num(0), FieldFrom: of(typeRefs).once(), FieldLocked: of(typeBool),
		FieldOn: of(typeRef).once(), FieldBack: of(typeBool), FieldStarred: of(typeBool), FieldSeat: of(typeRef).once(),
		FieldPicture: raw(pictureSize).once(),
	}},
	KindCluster: {name: "cluster", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldName: text(), FieldOrder: str(maxOrder), FieldX: num(0), FieldY: num(0),
		FieldLocked: of(typeBool),
	}},
	KindConnector: {name: "connector", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldFrom: of(typeRef).must(), FieldTo: of(typeRef).must(),
		FieldLabel: str(maxTitle), FieldSign: str(4),
	}},
	KindStroke: {name: "stroke", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldLine: raw(lineSize).must(), FieldColor: str(10), FieldX: num(0), FieldY: num(0),
		FieldLabel: str(maxTitle),
	}},
	KindComment: {name: "comment", fields: map[Field]fieldSpec{FieldOn: of(typeRef).must(), FieldText: text()}},
	KindMark:    {name: "mark", put: true, parent: KindNote, fields: map[Field]fieldSpec{FieldLabel: str(40)}},
	KindResponse: {name: "response", put: true, parent: KindRun, fields: map[Field]fieldSpec{
		FieldText: str(maxNote), FieldPass: of(typeBool),
	}},
	KindBallot: {name: "ballot", put: true, parent: KindRun, fields: map[Field]fieldSpec{
		FieldCommit: raw(32), FieldBox: raw(maxJSON), FieldSeal: raw(32),
	}},
	KindOpening: {name: "opening", put: true, parent: KindRun, fields: map[Field]fieldSpec{
		FieldSalt: raw(32).must(), FieldChoices: of(typeChoices).must(), FieldText: str(maxPrompt),
	}},
	KindDecision: {name: "decision", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef), FieldText: str(maxNote), FieldRule: str(maxPrompt), FieldEvidence: of(typeRefs),
		FieldRun: of(typeRef).once(), FieldReview: str(maxDay),
	}},
	KindAction: {name: "action", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef), FieldWhat: str(maxPrompt), FieldOwner: of(typePerson), FieldAccepted: str(10),
		FieldDue: str(maxDay), FieldFirstStep: str(maxPrompt), FieldSign: str(maxPrompt), FieldState: str(20),
		FieldEvidence: of(typeRefs), FieldOrder: str(maxOrder), FieldReview: str(maxDay), FieldRoles: of(typeOptions),
		FieldType: str(maxTitle), FieldPlace: str(maxTitle), FieldPartner: str(maxTitle), FieldWitness: str(maxTitle),
		FieldHelp: str(maxPrompt), FieldSeat: of(typeRef), FieldFormer: str(maxName).once(), FieldForecast: num(100).once(),
	}},
	KindCapture: {name: "capture", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldType: str(20).must(), FieldText: str(maxNote), FieldItem: of(typeRef).once(),
	}},
	KindParked: {name: "parked", fields: map[Field]fieldSpec{
		FieldText: str(maxNote), FieldActivity: of(typeRef).once(), FieldFate: str(maxPrompt),
		FieldCarried: of(typeBool),
	}},
	KindProcessPoint: {name: "process point", fields: map[Field]fieldSpec{
		FieldText: str(maxNote), FieldAnswer: str(maxNote),
	}},
	KindGroup: {name: "group", fields: map[Field]fieldSpec{
		FieldRun: of(typeRef).must(), FieldName: str(maxTitle), FieldMembers: of(typePersons), FieldKeeper: of(typePerson),
		FieldRound: num(maxRounds).once(), FieldFrom: of(typeRefs).once(), FieldItem: of(typeRef).once(), FieldOrder: str(maxOrder),
	}},
	KindReport: {name: "report", put: true, parent: KindGroup, fields: map[Field]fieldSpec{FieldText: str(maxNote)}},
	KindReady: {name: "ready", put: true, parent: KindSession, fields: map[Field]fieldSpec{
		FieldReady: of(typeBool), FieldHand: of(typeBool), FieldRun: of(typeRef), FieldItem: of(typeRef), FieldThumb: num(3),
	}},
	KindReaction: {name: "reaction", put: true, parent: KindNote, fields: map[Field]fieldSpec{FieldLabel: str(40)}},
	KindClock: {name: "clock", fields: map[Field]fieldSpec{
		FieldRun: of(typeRef).must(), FieldType: str(10).must(), FieldSeconds: {typ: typeInt, fixed: true},
	}},
	KindEndorse: {name: "endorsement", put: true, parent: KindSession, fields: map[Field]fieldSpec{
		FieldPerson: of(typePerson).must(),
	}},
	KindPlacement: {name: "placement", put: true, parent: KindNote, fields: map[Field]fieldSpec{
		FieldZone: str(maxTitle), FieldSlot: num(maxRounds), FieldX: num(0), FieldY: num(0),
	}},
	KindAttendance: {name: "attendance", put: true, parent: KindRun, fields: map[Field]fieldSpec{FieldItem: of(typeRef)}},

	KindHandCount: {name: "hand count", put: true, parent: KindRun, fields: map[Field]fieldSpec{
		FieldChoices: of(typeChoices).must(), FieldNumber: num(maxPeople).must(),
	}},

	KindGrant: {name: "grant", fields: map[Field]fieldSpec{
		FieldPerson: of(typePerson).must(), FieldRole: num(255).must(), FieldRank: num(1000).once(),
	}},
	KindRun: {name: "run", fields: map[Field]fieldSpec{
		FieldActivity: of(typeRef).must(), FieldActivityKind: str(20).must(), FieldSettings: str(maxJSON).must(),
		FieldSeconds: num(7 * 24 * 3600).must(), FieldOptions: of(typeOptions).once(), FieldVoters: of(typePersons).once(),
		FieldItem: of(typeRef), FieldSeal: raw(32), FieldSource: of(typeRef).once(), FieldRound: num(maxRounds),
		FieldSeats: of(typeRefs).once(), FieldSpeaker: raw(64),
	}},
	KindClosing: {name: "closing", fields: map[Field]fieldSpec{FieldRun: of(typeRef).must()}},
	KindClose:   {name: "close", fields: map[Field]fieldSpec{FieldRun: of(typeRef).must(), FieldLines: of(typeLines).once()}},
	KindTakeIn:  {name: "take-in", fields: map[Field]fieldSpec{FieldPerson: of(typePerson).once(), FieldRun: of(typeRef).once()}},
}

// checkFields says whether the fields of a new record are of the right kind, in ascending order and complete.
func (k *kindSpec) checkFields(kind Kind, fields []FieldValue) error {
	seen := 0
	for i, f := range fields {
		if i > 0 && fields[i-1].Field >= f.Field {
			return fmt.Errorf("fields of a %s are not in ascending order", k.name)
		}
		spec, ok := k.fields[f.Field]
		if !ok {
			continue // a field of another version: carried, not allowed
		}
		if err := spec.check(f.Value); err != nil {
			return fmt.Errorf("field %d of a %s: %w", f.Field, k.name, about(err, kind, f.Field))
		}
		if spec.needed {
			seen++
		}
	}
	for _, spec := range k.fields {
		if spec.needed {
			seen--
		}
	}
	if seen != 0 {
		return fmt.Errorf("a %s lacks a field", k.name)
	}
	return nil
}

func (f fieldSpec) check(v Value) error {
	switch x := v.v.(type) {
	case string:
		if f.typ != typeString && f.typ != typeText {
			break
		}
		if len(x) > f.max {
			return &RefusedError{Code: RefusedLong, Limit: f.max, Got: len(x)}
		}
		return nil
	case int64:
		if f.typ != typeInt {
			break
		}
		if f.max > 0 && (x < 0 || x > int64(f.max)) {
			return &RefusedError{Code: RefusedRange, Limit: f.max, Got: int(x)}
		}
		return nil
	case bool:
		if f.typ == typeBool {
			return nil
		}
	case []byte:
		return f.checkBytes(x)
	case []any:
		return f.checkList(v)
	}
	return fmt.Errorf("a value of the wrong type")
}

func (f fieldSpec) checkBytes(x []byte) error {
	switch f.typ {
	case typeBytes:
		if len(x) > f.max {
			return &RefusedError{Code: RefusedLong, Limit: f.max, Got: len(x)}
		}
		return nil
	case typeRef:
		_, err := decodeRecordID(x)
		return err
	case typePerson:
		if len(x) == 0 || len(x) == 32 {
			return nil
		}
	}
	return fmt.Errorf("bytes of the wrong type or length")
}

func (f fieldSpec) checkList(v Value) error {
	items := v.Items()
	if len(items) > f.max {
		return &RefusedError{Code: RefusedMany, Limit: f.max, Got: len(items)}
	}
	for _, it := range items {
		if err := f.checkItem(it); err != nil {
			return err
		}
	}
	return nil
}

func (f fieldSpec) checkItem(it Value) error {
	pair := it.Items()
	switch f.typ {
	case typePersons:
		return of(typePerson).check(it)
	case typeRefs:
		return of(typeRef).check(it)
	case typeOptions:
		if len(pair) == 2 && of(typeRef).check(pair[0]) == nil {
			return str(maxNote).check(pair[1])
		}
	case typeChoices:
		if len(pair) == 2 && of(typeRef).check(pair[0]) == nil {
			return num(maxChoice).check(pair[1])
		}
	case typeLines:
		if len(pair) == 3 && str(maxPrompt).check(pair[2]) != nil {
			break
		}
		if (len(pair) == 2 || len(pair) == 3) && str(40).check(pair[0]) == nil {
			return of(typeChoices).check(pair[1])
		}
	}
	return fmt.Errorf("a list of the wrong type")
}

// refsIn calls yield for every record that the value of a field names.
func (f fieldSpec) refsIn(v Value, yield func(RecordID)) {
	switch f.typ {
	case typeRef:
		yield(v.Ref())
	case typeRefs:
		for _, it := range v.Items() {
			yield(it.Ref())
		}
	case typeOptions, typeChoices:
		for _, it := range v.Items() {
			yield(it.Items()[0].Ref())
		}
	case typeLines:
		for _, it := range v.Items() {
			of(typeChoices).refsIn(it.Items()[1], yield)
		}
	}
}

// checkRuns bounds what one op may insert into a text.
func checkRuns(runs []crdt.Run) error {
	inserted := 0
	for _, r := range runs {
		inserted += len(r.Text)
		if !utf8.ValidString(r.Text) {
			return fmt.Errorf("text is not UTF-8")
		}
	}
	if inserted > maxNote {
		return &RefusedError{Code: RefusedLong, Field: FieldText, Limit: maxNote, Got: inserted}
	}
	return nil
}
