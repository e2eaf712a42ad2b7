// Code generated from the Go method table by `go generate ./app/api`; DO NOT EDIT.
/* eslint max-lines: off -- nobody reads this file from top to bottom */

/** Settings of an activity, by name. */
export type Settings = { [key: string]: unknown };

type None = Record<string, never>;

/** Acceptance says whether the owner of an action said yes. */
export type Acceptance = "no" | "yes" | "spoken";

/** Act is what somebody does on a board. */
export type Act = "look" | "hold" | "write" | "name";

/** ActionRecord is what somebody will do. */
export interface ActionRecord {
  id: string;
  kind: "action";
  what: string;
  owner?: string;
  accepted: Acceptance;
  due?: string;
  firstStep?: string;
  activity?: string;
  /** ids of notes, clusters and options */
  evidence: string[];
  /** as people say it: action 3 */
  number: number;
  state?: string;
  /** what the activity asks for and is not there yet: what, owner, due, firstStep, reviewDate */
  missing?: string[];
  /** whose it is, where the owner keeps the seat */
  seat?: string;
  roles?: ActionRole[];
  /** of an offer and an ask that were matched: who said yes */
  agreed?: Speaker[];
  /** of a follow-up: who owned it before */
  former?: string;
  /** of a follow-up: how likely the group held it to be, in percent */
  forecast?: number;
  /** how everybody sees that it is done */
  sign?: string;
  /** when the group looks at it again */
  review?: string;
  type?: string;
  place?: string;
  partner?: string;
  witness?: string;
  help?: string;
}

/** ActionRole is what somebody does for an action besides its owner. */
export interface ActionRole {
  person?: string;
  seat?: string;
  /** does, answers for, is asked, is told */
  role: string;
}

/** ActivityKind is one of the nine kinds of activity. */
export type Kind = "brief" | "round" | "brainstorm" | "cluster" | "vote" | "discuss" | "breakout" | "canvas" | "commit";

/** ActivityRecord is one line of the agenda. */
export interface ActivityRecord {
  id: string;
  kind: "activity";
  /** sorts as text, byte by byte */
  order: string;
  activityKind: Kind;
  preset?: string;
  title: string;
  minutes: number;
  /** with {question} and the like filled in */
  prompt: string;
  /** as it was written */
  promptRaw: string;
  instructions: string;
  settings: Settings;
  /** State is "planned" until the activity is opened for the first time. */
  state: ActivityState;
  /** the latest opening */
  run?: string;
  /** the activity whose board this one works on */
  source?: string;
  /** planned from the agenda and what happened so far */
  startsAt?: number;
  endsAt?: number;
  /** how long it ran without its pauses */
  realMs?: number;
  /** outcomes; all where none is named */
  serves?: string[];
  /** the group left it out */
  skipped?: boolean;
  /** what people have afterwards, in a few words */
  yields: string;
  /** participants change nothing on its board */
  locked?: boolean;
}

/** ActivityState says where an activity of the agenda stands. */
export type ActivityState = "planned" | "open" | "paused" | "closing" | "closed";

/** Answered is one question of a group's report with its answer. */
export interface Answered {
  question: string;
  answer: string;
  late?: boolean;
}

/** BallotRecord says who has voted so far: numbers, and the own ballot or that of a seat kept here. There is no interim total, for nobody. */
export interface BallotRecord {
  /** "ballot/" and the run, and of a seat "/" and the seat */
  id: string;
  kind: "ballot";
  run: string;
  /** for whom it is; oneself without */
  seat?: string;
  handedIn: number;
  eligible: number;
  /** missing until the ballot is cast */
  mine?: Choice[];
  text?: string;
  tracker?: string;
  /** Order is the options as this voter is to see them: everybody has another order. */
  order?: string[];
  /** Reading is the options handed to this voter, where each is read by a few only. */
  reading?: string[];
}

/** Breakout is what a window needs to know of work in groups, with defaults filled in. */
export interface Breakout {
  /** "fixed", "escalate", "rotate" or "self-select" */
  form: string;
  inner: Kind;
  /** from 0 */
  round: number;
  rounds: number;
  roundEndsAt: number;
  /** the group of the person at this computer now */
  group?: string;
  /** what a group's report answers */
  report: string[];
  /** notes a group may bring back */
  maxPerGroup: number;
  /** the facilitator is out of reach: the clock moves the rounds on */
  byClock?: boolean;
}

/** Brief is what a brief shows beside its prompt. */
export interface Brief {
  /** "charter", "previous-session" or "nothing" */
  prefill: string;
  /** everybody is asked to say that they are ready */
  ack?: boolean;
  /** how many did */
  ready?: number;
}

/** BundleSaved is a bundle that was written. */
export interface BundleSaved {
  path: string;
  session: string;
  changes: number;
  images: number;
  /** hex: equal on laptops that hold the same */
  digest: string;
  /** who can read the file: to be said before it is given away */
  notice: string;
}

/** CalibrationRecord compares what a group forecast with what happened. */
export interface CalibrationRecord {
  /** always "calibration" */
  id: string;
  kind: "calibration";
  said: number;
  happened: number;
  of: number;
}

/** Canvas is how a board with zones is drawn, with defaults filled in. */
export interface Canvas {
  /** "columns", "grid2x2", "stack", "horizons", "table", "timetable" or "free" */
  layout: string;
  zones: Zone[];
  axisX?: string;
  axisY?: string;
  /** of a timetable */
  slots?: number;
  /** "left-to-right" or "right-to-left": of time or cause, not of script */
  direction: string;
  /** people may draw arrows */
  arrows: boolean;
  /** what people can mark notes with */
  marks: string[];
  /** notes that can be placed; 0: any number */
  maxItems?: number;
  /** zones open one after the other */
  stepwise?: boolean;
  /** when the next one opens */
  stepEnds?: number;
  /** the first zone has offers, the second asks; an arrow between is a match */
  offers?: boolean;
}

/** CaptureRecord is something caught while people talked. */
export interface CaptureRecord {
  id: string;
  kind: "capture";
  run: string;
  activity: string;
  type: CaptureType;
  text: string;
  item?: string;
  author: string;
  late?: boolean;
}

/** CaptureType says what was caught in a discussion. */
export type CaptureType = "insight" | "question" | "decision" | "action" | "parked";

/** CarryProgress tells how far a step has come: have of "of" changes and pictures. */
export interface CarryProgress {
  step: CarryStep;
  have: number;
  of: number;
}

/** CarryStep is what long work with a whole session is doing. */
export type CarryStep = "saving" | "checking" | "keeping";

/** CharterRecord is what the group agreed on about itself. There is exactly one in a view. */
export interface CharterRecord {
  /** always "charter" */
  id: string;
  kind: "charter";
  purpose: string;
  values: string;
  rule: string;
  use: string;
  handsOver?: boolean;
  version: number;
  state: CharterState;
  /** the version that was ratified last */
  ratified?: number;
  ratifiedAt?: number;
  consents?: number;
  /** the run of the last vote on it */
  vote?: string;
}

/** CharterState says how far the charter has come. */
export type CharterState = "draft" | "proposed" | "open objection" | "ratified";

/** Choice is what a ballot says about one option. Value is dots; the place of a ranking, from 1; the step of a scale; of consent 0 objects, 1 stands aside, 2 consents with a concern, 3 consents; of a score or a grid, which ask several questions, 1000 times the number of the question, from 0, and the step. */
export interface Choice {
  option: string;
  value: number;
}

/** ClusterRecord is a named group of notes. */
export interface ClusterRecord {
  id: string;
  kind: "cluster";
  activity: string;
  name: string;
  /** sorts as text, byte by byte */
  order: string;
  /** its corner on the board; 0, 0 while nobody put it anywhere */
  x?: number;
  y?: number;
  /** only facilitators change it and what is in it */
  locked?: boolean;
}

/** Color is the colour of a note. */
export type Color = "yellow" | "orange" | "red" | "purple" | "blue" | "cyan" | "green" | "grey";

/** CommentRecord is a reply to a note or a cluster. */
export interface CommentRecord {
  id: string;
  kind: "comment";
  on: string;
  text: string;
  /** missing where authors are hidden */
  author?: string;
  mine: boolean;
  late?: boolean;
}

/** ConnectorRecord is an arrow between two notes or clusters. */
export interface ConnectorRecord {
  id: string;
  kind: "connector";
  activity: string;
  from: string;
  to: string;
  label: string;
  sign: Sign;
  /** the person here drew it */
  mine?: boolean;
  /** Where offers and asks are matched: who of the two writers said yes by an arrow, and the action that the match became. */
  yes?: string[];
  action?: string;
}

/** Criterion is one option by one question of a score or a grid. */
export interface Criterion {
  name: string;
  mean: number;
  spread: number;
  given: number[];
}

/** Cut is an activity that can be shortened, and by how many minutes. */
export interface Cut {
  activity: string;
  minutes: number;
}

/** DecisionRecord is a decision with how it was reached. */
export interface DecisionRecord {
  id: string;
  kind: "decision";
  text: string;
  rule: string;
  activity: string;
  /** ids of notes, clusters and options */
  evidence: string[];
  number?: number;
  /** the vote that decided */
  run?: string;
  /** when the group looks at it again */
  review?: string;
  at?: number;
  consents?: number;
  concerns?: number;
  asides?: number;
}

/** DoorRecord is the way into the session at this computer: the code that is open, and who waits to be let in. It is drawn where the person facilitates. */
export interface DoorRecord {
  /** always "door" */
  id: string;
  kind: "door";
  /** as it is said aloud: 4-tulip-anchor */
  code?: string;
  /** the address of a relay at which the code is found from far away */
  far?: string;
  /** the longest first */
  waiting: Waiting[];
  /** Findable is what a directory knows of this computer; without it is told nothing. */
  findable?: Findability;
}

/** FacedownRecord counts the notes of others that are still face down. */
export interface FacedownRecord {
  /** "facedown/" and the run */
  id: string;
  kind: "facedown";
  run: string;
  count: number;
  writers: number;
}

/** Failure is something a person should know: what happened and what to do. */
export interface Failure {
  /** stable, for tests and translations */
  code: string;
  /** what happened */
  message: string;
  /** what is safe, and what to do */
  hint: string;
}

/** Findability is what a directory of strangers, or of an organisation, knows of where this computer is, after its person wished that it is told. */
export type Findability = "idle" | "telling" | "told" | "unanswered" | "nowhere";

/** Finding is one thing that was looked at before people come: what is so, and what to do where it is in the way. */
export interface Finding {
  /** stable, for tests and translations */
  code: string;
  ok: boolean;
  severity: Severity;
  message: string;
  hint?: string;
}

/** Found is the answer to a search. */
export interface Found {
  hits: Hit[];
  /** there is more than is listed */
  more: boolean;
}

/** GrantRole is a role a facilitator can give to a person. */
export type GrantRole = "successor" | "cofacilitator" | "participant" | "observer";

/** GroupRecord is a group of one round of work in groups. Its id also names the board that it works on. */
export interface GroupRecord {
  id: string;
  kind: "group";
  run: string;
  activity: string;
  /** from 0 */
  round: number;
  /** within its round, from 1 */
  number: number;
  /** may be empty */
  name: string;
  /** sorts as text */
  order: string;
  members: string[];
  host?: string;
  /** groups of the rounds before whose notes it goes on with */
  from: string[];
  topic?: string;
  /** the person at this computer is in it */
  mine: boolean;
  report: Answered[];
}

/** Hands is how many were counted for one option, or for one step of its scale. */
export interface Hands {
  option: string;
  step?: number;
  hands: number;
}

/** HealthItem is one condition, with what to do about it. */
export interface HealthItem {
  code: string;
  severity: Severity;
  message: string;
  hint: string;
}

/** HealthRecord lists conditions a person can act on. */
export interface HealthRecord {
  /** always "health" */
  id: string;
  kind: "health";
  items: HealthItem[];
}

/** Hit is something that was found in a session. */
export interface Hit {
  session: string;
  /** of the session */
  title: string;
  /** what the text is: "title", "purpose", "outcome", "activity", "note", "cluster", "response", "capture", "parked", "decision", "action" */
  kind: string;
  record?: string;
  /** as it was written, cut where it is long */
  text: string;
}

/** Imported is what became of a bundle. */
export interface Imported {
  session: string;
  title: string;
  /** the session was not on this laptop before */
  new: boolean;
  /** changes that were not here */
  added: number;
  /** changes that were */
  known: number;
  /** that were not here */
  images: number;
  /** of the person at this computer; "none" can look and not write */
  role: Part;
  /** their key in the session, by which a facilitator can admit them */
  person: string;
  /** of the session as it is here now */
  digest: string;
  /** what was left out; only where the rest was asked for all the same */
  refused: Refused[];
}

/** Invitation is an invite, ready to be shown. */
export interface Invitation {
  /** to take it back by */
  id: string;
  link: string;
  expires: number;
  /** where the link points, for a person to read */
  addresses: string[];
  /** SVG path data for a viewBox of size x size */
  qr: string;
  size: number;
}

/** InviteRole is what an invite makes of its holder. */
export type InviteRole = "participant" | "observer" | "cofacilitator";

/** Item is something to talk about. */
export interface Item {
  id: string;
  text: string;
  dots?: number;
}

/** JoinProgress tells how far joining has come; have of "of" changes are here. */
export interface JoinProgress {
  step: JoinStep;
  have: number;
  of: number;
  /** Words are two that the facilitator sees beside the joiner's name, to compare by voice; known from the step "waiting" on. */
  words?: string;
}

/** JoinStep is how far joining has come. */
export type JoinStep = "looking" | "seeking" | "connecting" | "waiting" | "verifying" | "receiving" | "done";

/** JoinWish is how somebody wants to come in without a link. */
export interface JoinWish {
  /** as it was said: 4-tulip-anchor */
  code: string;
  /** how the joiner wants to be called */
  name: string;
  /** Address is where the facilitator's computer is, typed by hand where it is not seen on this network: 192.168.1.20:40123. */
  address?: string;
  /** Peer is a sighting from the list of sessions on this network; without it everybody there is asked who has this code. */
  peer?: string;
}

/** Learning is what one session taught about its template. It names nobody. */
export interface Learning {
  date: string;
  /** of the template */
  version: number;
  people: number;
  times: Took[];
  pulses: Pulse[];
  /** at the check-out */
  said: string[];
}

/** Length is how much is in a report. */
export type Length = "full" | "short";

/** MarkRecord is a person's mark on a note, or their reaction to it. */
export interface MarkRecord {
  id: string;
  kind: "mark";
  note: string;
  label: string;
  reaction: boolean;
  /** missing where authors are hidden */
  person?: string;
  mine: boolean;
}

/** MemoRecord is what the person who facilitates here wrote for themselves. It is on this computer only: no log, bundle, record or other laptop has it. */
export interface MemoRecord {
  /** always "memo" */
  id: string;
  kind: "memo";
  text: string;
}

/** Method is a way to vote. */
export type Method = "dots" | "rank" | "score" | "grid" | "scale" | "consent";

/** Moment is a stretch of a session's history: changes of one person in one activity, one after the other. */
export interface Moment {
  /** its last change, for history.look */
  at: string;
  wall: number;
  /** missing where authors are hidden */
  person?: string;
  activity?: string;
  /** changes in it */
  count: number;
}

/** NewSession is what a facilitator says when they make a session. */
export interface NewSession {
  /** id of a template; an empty agenda without */
  template?: string;
  /** at most 200 characters */
  title: string;
  purpose: string;
  question?: string;
  period?: string;
  outcomes: string[];
  date?: string;
}

/** NoteRecord is one note on a board, or the own draft of one. */
export interface NoteRecord {
  id: string;
  kind: "note";
  /** whose board it is on */
  activity: string;
  text: string;
  /** counts the versions of text, for text.splice */
  textRev: number;
  color: Color;
  cluster?: string;
  /** within its cluster or among the loose notes; sorts as text */
  order: string;
  /** missing where authors are hidden */
  author?: string;
  mine: boolean;
  /** on this computer only, until the reveal */
  draft: boolean;
  late?: boolean;
  setAside?: boolean;
  /** Group is the group whose members wrote it; Activity is then the group too, until the note is brought back to all. */
  group?: string;
  back?: boolean;
  /** one of its writer's favourites */
  starred?: boolean;
  /** the note or arrow that it is attached to */
  about?: string;
  /** the notes it grew from, with spaces between */
  from?: string;
  /** where it lies on the board; 0, 0 while nobody put it anywhere */
  x?: number;
  y?: number;
  /** only facilitators change it */
  locked?: boolean;
  /** for whom the author entered it */
  seat?: string;
  /** Credits is whose words a note holds that others were merged into, with spaces between; missing where authors are hidden. */
  credits?: string;
  /** HTML is Text as light Markdown (emphasis, code, lists), safe to show; missing where plain words show the same. */
  html?: string;
  /** Picture is the hash of what it shows, for picture.get; its Text then says what is to be seen. Missing where it is words alone. */
  picture?: string;
  /** of the picture, in pixels */
  wide?: number;
  tall?: number;
  /** Sent is how far an own note that was written or changed since the app started has come; missing for all others. */
  sent?: Sent;
}

/** NoteSpot is a note, and where on the board it is to lie. */
export interface NoteSpot {
  note: string;
  x?: number;
  y?: number;
}

/** ObjectionRecord is a reason against what a consent vote was about. */
export interface ObjectionRecord {
  /** "objection/" and a number */
  id: string;
  kind: "objection";
  item: string;
  run: string;
  /** missing where ballots are secret */
  person?: string;
  seat?: string;
  text: string;
  /** what was changed for it */
  answer?: string;
  /** the vote that resolved it */
  resolved?: string;
}

/** OpenInvite is an invite that this computer has handed out and still honours. */
export interface OpenInvite {
  id: string;
  role: Rank;
  expires: number;
  /** how often it admits; without: any number of times */
  uses?: number;
  used: number;
  /** who comes with it waits to be let in */
  ask: boolean;
  /** handed out by a code */
  code: boolean;
}

/** OpenedBallot is one ballot of a sealed vote, after the close. */
export interface OpenedBallot {
  /** of a seat: who entered it */
  person: string;
  seat?: string;
  choices: Choice[];
  text?: string;
}

/** Option is something to vote on, with the words it had when the run opened. */
export interface Option {
  id: string;
  text: string;
  sub?: string;
}

/** OutcomeRecord is one thing the session should lead to. */
export interface OutcomeRecord {
  id: string;
  kind: "outcome";
  text: string;
  /** sorts as text, byte by byte */
  order: string;
}

/** OutlineEntry is one heading of a record. */
export interface OutlineEntry {
  level: number;
  text: string;
  anchor: string;
  count?: number;
}

/** PaperAction is an action on a card. */
export interface PaperAction {
  code: string;
  what: string;
  owner: string;
  /** somebody is named, even where this copy has no names */
  owned: boolean;
  due: string;
  firstStep: string;
  /** how everybody sees that it is done */
  sign: string;
  place: string;
  partner: string;
}

/** PaperBallot is a vote on paper. */
export interface PaperBallot {
  title: string;
  question: string;
  rule: string;
  method: string;
  /** 0: as many as wanted */
  dots: number;
  /** of dots: how many on one option */
  perOption: number;
  options: string[];
}

/** PaperLine is something with its number in the report. */
export interface PaperLine {
  code: string;
  text: string;
}

/** PaperStep is one activity of the agenda on paper. */
export interface PaperStep {
  title: string;
  kind: string;
  prompt: string;
  minutes: number;
}

/** Papers is what sheets to print are made of: poster, agenda, ballots, action cards and sticky sheets. All of it is plain text. */
export interface Papers {
  /** two words that name the session on paper */
  code: string;
  title: string;
  date?: string;
  place: string;
  purpose: string;
  question: string;
  outcomes: string[];
  /** of the charter, like the next three */
  values: string;
  rule: string;
  use: string;
  /** the version that the group consented to; 0 while there is none */
  ratified: number;
  agenda: PaperStep[];
  ballots: PaperBallot[];
  decisions: PaperLine[];
  /** put first by the last vote that ranks, with the place as code */
  first: PaperLine[];
  actions: PaperAction[];
  questions: string[];
  parked: string[];
  fingerprint: string[];
}

/** ParkedRecord is something set down for later. */
export interface ParkedRecord {
  id: string;
  kind: "parked";
  text: string;
  /** the activity it came up in */
  from?: string;
  /** what became of it */
  fate?: string;
  /** it goes on to the follow-up */
  carried?: boolean;
  author: string;
}

/** Part is what the person at this computer is in a session they belong to. */
export type Part = "facilitator" | "participant" | "observer" | "none";

/** PersonRecord is one person of the session. */
export interface PersonRecord {
  id: string;
  kind: "person";
  name: string;
  role: Rank;
  me: boolean;
  /** connected now */
  here: boolean;
  ready: boolean;
  hand: boolean;
  /** two histories under one key */
  broken?: boolean;
  /** their laptop sends more than people write, and is read slowly */
  floods?: boolean;
  /** how their laptop is connected to this one, while it is */
  via?: Way;
}

/** PictureChunk is a part of a picture's bytes. */
export interface PictureChunk {
  /** base64 */
  data: string;
  /** of all of it */
  size: number;
  /** "image/png" or "image/jpeg" */
  type: string;
}

/** PlacementRecord is where a note lies on a canvas. */
export interface PlacementRecord {
  id: string;
  kind: "placement";
  note: string;
  /** an activity or a group */
  board: string;
  zone?: string;
  slot?: number;
  x: number;
  y: number;
}

/** PlanRecord is how the plan stands: when it ends, and what it lacks. */
export interface PlanRecord {
  /** always "plan" */
  id: string;
  kind: "plan";
  minutes?: number;
  endsAt?: number;
  warnings: PlanWarning[];
}

/** PlanWarning is something that a plan lacks. */
export interface PlanWarning {
  code: WarningCode;
  activity?: string;
  outcome?: string;
  minutes?: number;
  /** of few-people: how many the template wants at least */
  people?: number;
  /** what could be shortened */
  cuts?: Cut[];
}

/** PointRecord is a process point: only an answer ends it. */
export interface PointRecord {
  id: string;
  kind: "point";
  text: string;
  author: string;
  answer?: string;
  answeredBy?: string;
}

/** Pointer is where somebody is on a board, as it is right now; it is kept nowhere. */
export interface Pointer {
  person: string;
  /** the activity whose board it is; empty when they are on none */
  board: string;
  x: number;
  y: number;
  act: Act;
  /** what they hold, write or name */
  note?: string;
  /** CX, CY and Zoom, in thousandths, are the middle of what they see. */
  cx: number;
  cy: number;
  zoom: number;
  /** Gather counts how often they asked everybody to look where they look. */
  gather?: number;
}

/** PointersTold is who is where on the boards of a session. */
export interface PointersTold {
  session: string;
  pointers: Pointer[];
}

/** Profile says how people appear in a record. */
export type Profile = "names" | "initials" | "none";

/** Protection says how what is on this computer is protected from who has the disk and not the person. */
export interface Protection {
  /** everything in the data folder is */
  encrypted: boolean;
  /** the key is in the keychain of this computer */
  keychain: boolean;
  /** a passphrase opens it */
  passphrase: boolean;
  /** a passphrase was set: the folder is encrypted when Convene starts next */
  pending: boolean;
  /** why it is not encrypted; "" when it is */
  why: string;
}

/** Pulse is how answers on a scale were spread; none are given where fewer than four answered. */
export interface Pulse {
  title: string;
  answers: number;
  given: number[];
}

/** PulseRecord is how the answers of a round that asks for a number lie. */
export interface PulseRecord {
  /** "pulse/" and the run */
  id: string;
  kind: "pulse";
  run: string;
  question: string;
  low: number;
  high: number;
  /** how many gave each step; empty where too few answered in secret */
  steps: number[];
  answers: number;
  eligible: number;
  /** the run of the same question asked before */
  before?: string;
}

/** Purpose is what a vote is for. */
export type Purpose = "gauge" | "narrow" | "decide";

/** Rank is a person's role in a session, highest first. */
export type Rank = "first" | "successor" | "cofacilitator" | "elected" | "participant" | "observer" | "removed";

/** RecordPreview is the record as it would be saved now. */
export interface RecordPreview {
  markdown: string;
  /** plain text for messengers, at most 1,000 characters */
  message: string;
  /** made safe: no script, no remote address */
  html: string;
  /** six words */
  fingerprint: string[];
  outline: OutlineEntry[];
  digest: string;
}

/** Refused is something in a bundle that was not taken. */
export interface Refused {
  what: string;
  why: string;
}

/** ResponseRecord is one person's answer in a round. */
export interface ResponseRecord {
  id: string;
  kind: "response";
  run: string;
  /** of a seat: who entered it */
  person: string;
  seat?: string;
  text: string;
  pass: boolean;
  mine: boolean;
  late?: boolean;
}

/** ResultRecord is the count of a vote that was closed. */
export interface ResultRecord {
  /** "result/" and the run */
  id: string;
  kind: "result";
  run: string;
  method: string;
  verdict: Verdict;
  /** empty where too few answered to be shown */
  rows: ResultRow[];
  handedIn: number;
  eligible: number;
  counted: number;
  /** sealed ballots whose opening never came */
  unopened: number;
  /** ballots that break the rules */
  void: number;
  abstained: number;
  /** how many ballots it takes */
  quorum: number;
  /** ballots below the threshold */
  below?: number;
  tie?: boolean;
  spread?: number;
  dotsEach: number;
  secret: boolean;
  /** counted by hands in the room */
  hands?: boolean;
  countedBy?: string;
  /** fewer than 4 answered in secret: only the turnout is shown */
  hidden?: boolean;
  trackers?: TrackerChoice[];
  /** Ballots is who is asked to speak, of votes that were sealed and not secret: who objects or has a concern, and who is below the threshold. */
  ballots?: OpenedBallot[];
  warning?: string;
}

/** ResultRow is one option of a result, in rank order. */
export interface ResultRow {
  option: string;
  text: string;
  /** "1", "2=" and so on */
  rank: string;
  /** or the points of a ranking */
  dots: number;
  voters: number;
  /** of all dots, from 0 to 1 */
  share: number;
  /** of a scale, a score, a grid; of several questions, their means added up */
  mean?: number;
  median?: number;
  /** highest less lowest */
  spread?: number;
  /** where options were handed round: the mean times the readers */
  scaled?: number;
  /** every value given, ascending; dots are not listed */
  given?: number[];
  /** of a score or a grid */
  by?: Criterion[];
}

/** Role is what the holder of a token may be. */
export type Role = "owner" | "guest" | "projector" | "door";

/** RunRecord is one opening of an activity, with what was settled then. Seconds left are plannedSeconds + extendedSeconds - (now + offsetMs - startedAt - pausedMs)/1000, where a run that is paused also takes off now - pausedAt. */
export interface RunRecord {
  id: string;
  kind: "run";
  activity: string;
  activityKind: Kind;
  state: RunState;
  startedAt: number;
  plannedSeconds: number;
  /** below zero where the run was shortened */
  extendedSeconds: number;
  /** all pauses that are over */
  pausedMs: number;
  pausedAt?: number;
  closedAt?: number;
  settings: Settings;
  options: Option[];
  /** notes are face down until the reveal */
  private: boolean;
  /** the window shows no author; the file holds them */
  hiddenAuthors: boolean;
  secret: boolean;
  /** WhoSees is honest sentences on who can see what is written here, in English; Sees is the same by code. */
  whoSees: string;
  sees: Sees[];
  /** what is talked about now */
  item?: string;
  items?: Item[];
  /** of votes, and of rounds whose answers are secret */
  vote?: VoteRules;
  /** each person's */
  dots?: number;
  maxPerOption?: number;
  /** people who may vote or answer */
  eligible: number;
  /** the activity whose notes are shown */
  board?: string;
  note?: string;
  /** of work in groups */
  breakout?: Breakout;
  /** of a canvas, and of groups that work on one */
  canvas?: Canvas;
  brief?: Brief;
  /** of a brainstorm */
  writing?: Writing;
  /** of clustering */
  sorting?: Sorting;
  /** of a review: the words for where an action stands */
  states?: string[];
  /** owners are not asked for a yes */
  unasked?: boolean;
}

/** RunState says where one opening of an activity stands. */
export type RunState = "open" | "paused" | "closing" | "closed";

/** Script is how to lead an activity, for somebody who never did. */
export interface Script {
  say: string;
  watch: string;
  /** what to do when nothing happens */
  stuck: string;
}

/** SeatRecord is somebody without a laptop of their own, for whom a keeper enters what they say. */
export interface SeatRecord {
  id: string;
  kind: "seat";
  name: string;
  /** a person */
  keeper: string;
  /** kept at this computer */
  mine: boolean;
  /** raised */
  hand: boolean;
  /** Guest is somebody on a phone, who writes for themselves; seen where the seat is kept. */
  guest?: boolean;
}

/** Sees is one sentence on who can see what is written in a run. Each is true of the log that every member holds, and none promises more. */
export interface Sees {
  /** stable: the window says it in the person's language */
  code: string;
  name?: string;
  count?: number;
}

/** Sent is how far an own note has come. */
export type Sent = "" | "here" | "some" | "all";

/** SessionEntry is a session in the list at home. */
export interface SessionEntry {
  id: string;
  title: string;
  purpose: string;
  state: SessionState;
  role: Part;
  updated: number;
  started?: number;
  people: number;
  /** its database and network run */
  open: boolean;
  /** what is wrong with its folder, in words */
  damaged?: string;
  /** the last day on which it is to be kept here */
  until?: string;
  /** that day has passed */
  over?: boolean;
}

/** SessionRecord is the session itself: what it is for and where it stands. There is exactly one in a view. */
export interface SessionRecord {
  id: string;
  kind: "session";
  title: string;
  purpose: string;
  question: string;
  /** what span the work is about, as in "Q1" */
  period: string;
  /** the planned day, or empty */
  date: string;
  place: string;
  state: SessionState;
  started?: number;
  ended?: number;
  /** the person whose clock counts */
  floor: string;
  /** the person at this computer */
  me: string;
  /** what I am here */
  role: Part;
  current?: string;
  /** how long people have */
  minutes?: number;
  /** boards are hidden from the projector */
  blank?: boolean;
  /** the session that this one follows up */
  lineage?: string;
  /** the session's clock minus this computer's, in milliseconds */
  offsetMs: number;
  /** ReadOnly says, in words for a person, why nothing can be written here. */
  readOnly?: string;
  /** Fingerprint is six words of the finished session's report with names: to be read aloud, equal on laptops that hold the same. */
  fingerprint?: string;
}

/** SessionState says how far a session has come. */
export type SessionState = "draft" | "live" | "closed";

/** SetAsideItem is one thing that does not count, and why. */
export interface SetAsideItem {
  id: string;
  what: string;
  why: string;
  /** the run it came too late for */
  run?: string;
}

/** SetAsideRecord lists what was written and does not count. */
export interface SetAsideRecord {
  /** always "setAside" */
  id: string;
  kind: "setAside";
  count: number;
  items: SetAsideItem[];
}

/** Severity says how loudly to tell a person. */
export type Severity = "info" | "warning" | "error";

/** SharingRecord says how well this computer shares the session right now. */
export interface SharingRecord {
  /** always "sharing" */
  id: string;
  kind: "sharing";
  connected: number;
  people: number;
  /** own changes that nobody else has yet */
  waiting: number;
  /** people who are known to lack something */
  behind: number;
  alone: boolean;
  /** laptops here that have this one's last change, itself included */
  on?: number;
  /** laptops here, this one included */
  of?: number;
  text?: string;
}

/** Sighting is a session seen on this network. It has no title and no name. */
export interface Sighting {
  peer: string;
  /** a mark of two words, to compare by voice */
  words: string;
}

/** Sign says what an arrow does to its end. */
export type Sign = "" | "+" | "-";

/** Sorting is how a board is sorted, with defaults filled in. */
export interface Sorting {
  /** the person here sorts */
  sorts?: boolean;
  /** "everyone", "hosts" or "facilitators" */
  who: string;
  /** who sorts, where hosts do */
  hosts?: string[];
  /** notes that say the same become one, and no cluster is made */
  merging?: boolean;
  /** clusters get names, and notes stay where they are */
  nameOnly?: boolean;
  /** from 0; the facilitator, or else the clock, goes on */
  step: number;
  steps: number;
  stepEnds?: number;
  /** a cluster takes two notes at most, for now */
  pairsOnly?: boolean;
  /** notes that come in later steps */
  held?: number;
  /** clusters are shown by size */
  largestFirst?: boolean;
  /** of a cluster's name; advice */
  leastWords: number;
  mostWords: number;
  /** advice; 0: any number */
  mostClusters?: number;
}

/** Speaker is somebody who may speak: a person, or a seat. */
export interface Speaker {
  person?: string;
  seat?: string;
}

/** Splice takes out and puts in. At and Del count Unicode code points. */
export interface Splice {
  at: number;
  del: number;
  ins: string;
}

/** Spot is a point of a board. */
export interface Spot {
  x: number;
  y: number;
}

/** StartNote is what to tell at the start. */
export interface StartNote {
  /** stable, for tests and translations */
  code: string;
  /** what happened */
  message: string;
  /** what is safe, and what to do */
  hint: string;
  /** whose damage it tells of; it can be put away with sessions.dismiss */
  session?: string;
}

/** StrokeRecord is what somebody drew on a board in one movement of the pen. */
export interface StrokeRecord {
  id: string;
  kind: "stroke";
  activity: string;
  /** x and y of each, in turn; at least one dot */
  dots: number[];
  color: Color;
  /** what it shows, in words; empty where nobody said */
  label: string;
  author?: string;
  mine: boolean;
  late?: boolean;
}

/** StrokesMove moves strokes, each as far as the others, in one step that is taken back as one. */
export interface StrokesMove {
  strokes: string[];
  dx: number;
  dy: number;
}

/** TalkRecord is who speaks about what in the round or discussion that is open. */
export interface TalkRecord {
  /** always "talk" */
  id: string;
  kind: "talk";
  run: string;
  /** of rounds, in order */
  turns?: Turn[];
  /** a nudge, never a cut-off */
  secondsPerTurn?: number;
  speaker?: Speaker;
  speakerAt?: number;
  /** hands that are up, the first first */
  queue: Speaker[];
  item?: string;
  itemAt?: number;
  /** what the item has, extensions included */
  itemSeconds?: number;
  /** seconds; 0 when it had all of them */
  nextExtension?: number;
  /** thumbs on staying with the item */
  up?: number;
  side?: number;
  down?: number;
  /** thumbs say if an item gets more time */
  byThumbs?: boolean;
  /** of discussions: "open", "queue" or "round" */
  speaking?: string;
  /** of rounds that are held at tables or in pairs: "table" or "pairs"; turns are those of the own circle */
  scope?: string;
  /** everybody thinks for themselves until then */
  silentUntil?: number;
}

/** Template is a whole template. */
export interface Template {
  id: string;
  name: string;
  purpose: string;
  groupMin: number;
  groupMax: number;
  totalMinutes: number;
  credit: string;
  version: number;
  licence?: string;
  language?: string;
  /** the template it was made from, with "@" and its version */
  from?: string;
  own: boolean;
  supported: boolean;
  /** what this version cannot run of it */
  why?: string;
  variants: string[];
  activities: TemplateActivity[];
  /** what earlier sessions taught, the latest first */
  learned: Learning[];
}

/** TemplateActivity is one activity of a template. */
export interface TemplateActivity {
  kind: Kind;
  preset?: string;
  title: string;
  minutes: number;
  prompt: string;
  instructions?: string;
  settings: Settings;
  yields?: string;
  /** for the facilitator alone */
  notes?: string;
  script: Script;
}

/** TemplateEntry is a template in the list of templates. */
export interface TemplateEntry {
  id: string;
  name: string;
  purpose: string;
  minutes: number;
  groupMin: number;
  groupMax: number;
  kinds: Kind[];
  /** this version can run every activity of it */
  supported: boolean;
  /** made or imported on this computer */
  own: boolean;
  licence?: string;
  /** sessions that taught something about it */
  learned: number;
}

/** TextField names a text that several people can write at once. */
export type TextField = "text";

/** Thumb is what somebody thinks of staying with an item. */
export type Thumb = "" | "down" | "side" | "up";

/** Took is planned and real minutes of an activity. */
export interface Took {
  title: string;
  planned: number;
  real: number;
}

/** TrackerChoice is one published line of a secret vote. */
export interface TrackerChoice {
  tracker: string;
  choices: Choice[];
  text?: string;
}

/** Turn is somebody's turn in a round. */
export interface Turn {
  person?: string;
  seat?: string;
  state: TurnState;
  /** answers given, where a round goes on until nobody has more */
  times?: number;
}

/** TurnState says how far somebody is in a round. */
export type TurnState = "waiting" | "now" | "done" | "passed" | "skipped";

/** Verdict says what follows from a vote. */
export type Verdict = "" | "gauged" | "narrowed" | "decided" | "objections" | "below" | "tie" | "no quorum" | "unopened" | "empty";

/** Verified is what checking a session from its first change on has shown. */
export interface Verified {
  session: string;
  /** nothing was refused, and the digest is the one that was said */
  ok: boolean;
  changes: number;
  writers: number;
  people: number;
  images: number;
  /** changes that are kept and never count: their writer had not the right */
  notAllowed: number;
  /** contributions that do not count now */
  setAside: number;
  /** people under whose key two laptops wrote */
  broken: number;
  digest: string;
  /** digest of the picture that follows */
  view: string;
  /** six words of the report with names, as it has them itself */
  fingerprint: string[];
  refused: Refused[];
}

/** VoteRules are the rules of a vote as they were settled when it opened: they are shown before anyone votes, and nobody changes them. */
export interface VoteRules {
  method: Method;
  purpose: Purpose;
  question: string;
  /** what is asked about each option; missing where the question says all */
  criteria?: string[];
  /** the scale, where the method has one */
  low: number;
  high: number;
  /** how many places a ranking has */
  rankTop?: number;
  /** what is below is asked about */
  threshold?: number;
  /** how many ballots it takes */
  quorum: number;
  /** how many people read each option */
  passes?: number;
  /** nobody votes for what they wrote */
  ownBarred?: boolean;
  /** how likely is each action, in percent */
  forecast?: boolean;
}

/** Waiting is somebody who holds an invite and waits for a facilitator. */
export interface Waiting {
  person: string;
  /** as they say */
  name: string;
  /** two words that their screen shows too, to compare by voice */
  words: string;
  /** what they will be */
  role: Rank;
  since: number;
}

/** WarningCode names what a plan lacks. */
export type WarningCode = "no-slack" | "unserved" | "same-form" | "does-not-fit" | "no-commit" | "no-hosts" | "vote-question" | "vote-options" | "vote-rules" | "few-people";

/** Way is how two laptops are connected. */
export type Way = "near" | "direct" | "relayed" | "hub";

/** Writing is what a brainstorm asks of each person, with defaults filled in. */
export interface Writing {
  /** people work without talking */
  quiet?: boolean;
  /** how many notes each should write */
  least?: number;
  /** 0: any number */
  most?: number;
  /** how many the person here wrote */
  mine: number;
  /** how many own notes each stars */
  stars?: number;
  /** which box the clock has come to, from 1 */
  box?: number;
  boxEnds?: number;
  /** "board", "notes" or "connectors" */
  attachTo: string;
  boxes?: number;
  /** what a note holds: "text", "sketch", "photo" */
  media: string[];
}

/** Zone is a named area of a canvas. */
export interface Zone {
  title: string;
  help?: string;
  /** how a note there begins */
  pattern?: string;
  open: boolean;
  /** participants change nothing in it */
  locked?: boolean;
}

/** Everything a view holds, told apart by kind. */
export type ViewRecord =
  | SessionRecord
  | OutcomeRecord
  | PersonRecord
  | SeatRecord
  | ActivityRecord
  | RunRecord
  | GroupRecord
  | NoteRecord
  | PlacementRecord
  | FacedownRecord
  | ClusterRecord
  | ConnectorRecord
  | StrokeRecord
  | CommentRecord
  | MarkRecord
  | ResponseRecord
  | BallotRecord
  | ResultRecord
  | CaptureRecord
  | ParkedRecord
  | DecisionRecord
  | ActionRecord
  | CharterRecord
  | ObjectionRecord
  | PointRecord
  | TalkRecord
  | PulseRecord
  | PlanRecord
  | CalibrationRecord
  | DoorRecord
  | MemoRecord
  | SharingRecord
  | HealthRecord
  | SetAsideRecord;

/** Every method: what it takes, what it answers. */
export interface Methods {
  /** What a window needs before it draws anything. */
  "app.hello": { params: None; result: { version: string; name: string; language: string; person?: string; headless: boolean; dataDir: string; notes: StartNote[]; locked?: boolean; role: Role; session?: string; seat?: string } };
  /** Opens the data folder with the passphrase, where app.hello says that it is locked. */
  "app.unlock": { params: { passphrase: string }; result: None };
  /** Says what the person at this computer is called. */
  "me.set": { params: { name: string }; result: None };
  /** Looks at this computer and its network: what is in the way of people who want to join, and what to do. */
  "room.check": { params: { address?: string }; result: { findings: Finding[] } };
  /** Lists the templates for new sessions: those that ship, then the own ones. */
  "templates.list": { params: None; result: { templates: TemplateEntry[] } };
  /** Returns a template with its activities, how to lead them, and what earlier sessions taught. */
  "templates.get": { params: { id: string }; result: { template: Template } };
  /** Says whether a text is a template, or which line is wrong and why. */
  "templates.check": { params: { text: string }; result: { template: Template } };
  /** Keeps a template that is given as text. */
  "templates.import": { params: { text: string }; result: { id: string } };
  /** Returns a template as a Markdown file, without what sessions taught. */
  "templates.export": { params: { id: string }; result: { text: string } };
  /** Makes an own template of another one; it says where it comes from. */
  "templates.fork": { params: { id: string; name: string }; result: { id: string } };
  /** Makes an own template of a session's agenda, without its people and what they wrote. */
  "templates.save": { params: { session: string; name: string; purpose?: string; licence?: string; credit?: string }; result: { id: string } };
  /** Takes an own template away, with what sessions taught of it. */
  "templates.remove": { params: { id: string }; result: None };
  /** Lists the sessions on this computer. */
  "sessions.list": { params: None; result: { sessions: SessionEntry[] } };
  /** Makes a session, as a draft, from a template or with an empty agenda. */
  "sessions.create": { params: NewSession; result: { session: string } };
  /** Starts the session's database and network. Opening it again changes nothing. */
  "sessions.open": { params: { session: string }; result: { session: string } };
  /** Stops the session's network and database on this computer. */
  "sessions.close": { params: { session: string }; result: None };
  /** Makes a new draft with the same agenda, without people and notes. */
  "sessions.duplicate": { params: { session: string }; result: { session: string } };
  /** Lists the sessions seen on this network, without titles and names. */
  "sessions.nearby": { params: None; result: { sessions: Sighting[] } };
  /** Makes an invite: a link, and the same as a QR code. */
  "sessions.invite": { params: { session: string; role?: InviteRole; hours?: number; uses?: number; ask?: boolean }; result: Invitation };
  /** Joins a session by its link. Tells how far it has come with join.progress. */
  "sessions.join": { params: { link: string; name: string }; result: { session: string } };
  /** Opens a short code that lets people in while it is open, and returns it. After ten wrong guesses it is another one. */
  "door.open": { params: { session: string; role?: InviteRole; hours?: number; uses?: number; ask?: boolean }; result: { code: string } };
  /** Closes the code. Who has it and is not in yet stays out. */
  "door.close": { params: { session: string }; result: None };
  /** Joins a session by its short code. Tells how far it has come with join.progress. */
  "door.join": { params: JoinWish; result: { session: string } };
  /** Lets in one person who waits at the door, or everybody. */
  "door.letIn": { params: { session: string; person?: string }; result: None };
  /** Turns away one person who waits at the door, or everybody. */
  "door.turnAway": { params: { session: string; person?: string }; result: None };
  /** Lists the invites that this computer still honours. */
  "door.invites": { params: { session: string }; result: { invites: OpenInvite[] } };
  /** Makes sessions that are opened from now on reachable through a relay, by its link; an empty link is none. */
  "door.relay": { params: { link: string }; result: None };
  /** Takes an invite back. Who is in stays in. */
  "door.revoke": { params: { session: string; invite: string }; result: None };
  /** Switches on or off that a directory is told where this computer is, for who holds a link made from then on. Strangers who run it see the addresses of this computer. */
  "directory.tell": { params: { session: string; on: boolean }; result: None };
  /** Joins by a link whose addresses lead nowhere any more: asks a directory where its host is now. Strangers who run it see the address of this computer. Tells how far it has come with join.progress. */
  "directory.join": { params: { link: string; name: string }; result: { session: string } };
  /** Uses an organisation's own directory from now on, by its servers; without servers the public one. */
  "directory.use": { params: { servers: string[] }; result: None };
  /** Writes the session into one file to carry. It is readable by whoever has the file. Tells how far it has come with carry.progress. */
  "sessions.bundle": { params: { session: string; path?: string; overwrite?: boolean }; result: BundleSaved };
  /** Takes in a bundle, as a new session or into the one that is here. Tells how far it has come with carry.progress. */
  "sessions.import": { params: { path: string; salvage?: boolean }; result: Imported };
  /** Checks a session from its first change on: signatures, chains, rights. Tells how far it has come with carry.progress. */
  "sessions.verify": { params: { session: string }; result: Verified };
  /** Calls off what this window has asked for and hears of with carry.progress. Nothing half done stays; what can no longer be called off ends as it would have. */
  "carry.stop": { params: None; result: None };
  /** Finds texts in all sessions of this computer that hold every word, whatever their case and accents. */
  "sessions.search": { params: { words: string }; result: Found };
  /** Removes the session from this computer for good. Others keep theirs. */
  "sessions.forget": { params: { session: string }; result: None };
  /** Says until which day the session is to be kept here. Nothing is removed by itself. */
  "sessions.keep": { params: { session: string; until: string }; result: None };
  /** Ends what is told of a session's damage, once it was read. What was set aside stays. */
  "sessions.dismiss": { params: { session: string }; result: None };
  /** How what is on this computer is protected from who has the disk. */
  "protection.get": { params: None; result: Protection };
  /** Lets a passphrase open the data folder. A folder that is not encrypted yet is when Convene starts next. */
  "protection.set": { params: { passphrase: string }; result: None };
  /** Returns everything of a session, opens it if needed, and tells what changes from then on with view.diff. */
  "view.subscribe": { params: { session: string }; result: { rev: number; records: ViewRecord[] } };
  /** Stops telling about a session. The session stays open. */
  "view.unsubscribe": { params: { session: string }; result: None };
  /** Returns everything of a session again, after a gap in the numbers of view.diff. */
  "view.snapshot": { params: { session: string }; result: { rev: number; records: ViewRecord[] } };
  /** Opens the wall, a screen for everybody: in a window of its own, or, where there is none, at an address for a browser. */
  "projector.open": { params: { session: string }; result: { window: boolean; url?: string } };
  /** Returns the way in that the wall shows: an invite for participants, the same one to every wall. */
  "projector.invite": { params: { session: string }; result: Invitation };
  /** Says whether the guest page is open, where, and who sits there. */
  "guests.show": { params: { session: string }; result: { open: boolean; url?: string; qr?: string; size?: number; addresses: string[]; guests: { seat: string; name: string }[] } };
  /** Opens a page on one address of the local network, for phones of people without a laptop. */
  "guests.open": { params: { session: string; address: string }; result: { open: boolean; url?: string; qr?: string; size?: number; addresses: string[]; guests: { seat: string; name: string }[] } };
  /** Closes the guest page and takes every guest's seat away. */
  "guests.close": { params: { session: string }; result: None };
  /** Takes one guest's token back; what they said stays. */
  "guests.revoke": { params: { session: string; seat: string }; result: None };
  /** Gives a seat to who scanned the code, and the token for it. This computer signs for the seat. */
  "guests.enter": { params: { session: string; name: string }; result: { token: string; seat: string } };
  /** Changes what the session is about; what is not named stays. */
  "plan.edit": { params: { session: string; title?: string; purpose?: string; question?: string; period?: string; date?: string; place?: string; minutes?: number }; result: None };
  /** Adds something the session should lead to. */
  "outcome.add": { params: { session: string; text: string }; result: { id: string } };
  /** Changes the words of an outcome. */
  "outcome.edit": { params: { session: string; outcome: string; text: string }; result: None };
  /** Takes an outcome away. */
  "outcome.remove": { params: { session: string; outcome: string }; result: None };
  /** Adds an activity to the agenda. */
  "activity.add": { params: { session: string; kind: Kind; title: string; minutes: number; prompt: string; settings?: Settings; after?: string }; result: { id: string } };
  /** Changes an activity; what is not named stays. */
  "activity.edit": { params: { session: string; activity: string; title?: string; minutes?: number; prompt?: string; instructions?: string; settings?: Settings; serves?: string[] }; result: None };
  /** Moves an activity behind another one, or to the front. */
  "activity.move": { params: { session: string; activity: string; after: string }; result: None };
  /** Takes an activity out of the agenda. */
  "activity.remove": { params: { session: string; activity: string }; result: None };
  /** Opens an activity, and closes the one that runs. */
  "run.open": { params: { session: string; activity: string }; result: { id: string } };
  /** Closes what runs and opens what follows. Without an id in the answer the agenda is finished. */
  "run.next": { params: { session: string }; result: { id?: string } };
  /** Stops the clock of the activity that runs. */
  "run.pause": { params: { session: string }; result: None };
  /** Lets the clock go on. */
  "run.resume": { params: { session: string }; result: None };
  /** Gives the activity that runs more seconds, or fewer where the number is below zero. */
  "run.extend": { params: { session: string; seconds: number }; result: None };
  /** Reveals and closes the activity that runs. Waits up to 8 s for ballots to be opened. */
  "run.close": { params: { session: string }; result: None };
  /** Closes what runs and marks the session closed. */
  "session.finish": { params: { session: string }; result: None };
  /** Takes a closed session up again. */
  "session.reopen": { params: { session: string }; result: None };
  /** Makes a seat for somebody without a laptop. The person at this computer keeps it and enters what they say. */
  "seat.add": { params: { session: string; name: string }; result: { id: string } };
  /** Makes this facilitator's computer the one whose clock counts. */
  "floor.take": { params: { session: string }; result: None };
  /** Says that one is ready to go on, or not yet. */
  "ready.set": { params: { session: string; ready: boolean }; result: None };
  /** Raises or lowers one's hand, or that of a seat one keeps. */
  "hand.set": { params: { session: string; up: boolean; seat?: string }; result: None };
  /** Keeps own notes of who facilitates here, in place of those before. They are on this computer only. */
  "memo.write": { params: { session: string; text: string }; result: None };
  /** Changes one's own name in this session. */
  "person.rename": { params: { session: string; name: string }; result: None };
  /** Removes a person from now on. They keep what they already received. */
  "person.remove": { params: { session: string; person: string }; result: None };
  /** Gives a person another role. */
  "person.grant": { params: { session: string; person: string; role: GrantRole }; result: None };
  /** Writes values, decision rule and use of results; what is not named stays. */
  "charter.write": { params: { session: string; values?: string; rule?: string; use?: string; handsOver?: boolean }; result: None };
  /** Words a proposal; the latest is what a vote on the proposal is about. */
  "proposal.write": { params: { session: string; text: string; activity?: string }; result: { id: string } };
  /** Writes down what was changed for an objection. */
  "objection.answer": { params: { session: string; objection: string; text: string }; result: { id: string } };
  /** Makes a session with the charter, the outcomes, the open actions and the parked matters that go on. */
  "session.followUp": { params: { session: string }; result: { id: string } };
  /** Writes on a decision: its words, and the day on which the group looks at it again. */
  "decision.edit": { params: { session: string; decision: string; text?: string; review?: string }; result: None };
  /** Gives a seat another name or another keeper. */
  "seat.edit": { params: { session: string; seat: string; name?: string; keeper?: string }; result: None };
  /** Hands the floor to another facilitator. */
  "floor.give": { params: { session: string; person: string }; result: None };
  /** Says whom one would follow where nobody facilitates any more. */
  "person.endorse": { params: { session: string; person: string }; result: None };
  /** Says who speaks now; nobody without a person and a seat. */
  "speaker.call": { params: { session: string; person?: string; seat?: string }; result: None };
  /** Gives the word to who is next in the round, or to the hand that is up for longest. */
  "turn.next": { params: { session: string }; result: None };
  /** Says whether one wants to stay with the item that is talked about. */
  "thumb.show": { params: { session: string; thumb: Thumb; seat?: string }; result: None };
  /** Gives the item that is talked about its next extension. */
  "item.extend": { params: { session: string }; result: None };
  /** Raises a process point: it stays in sight until it is answered. */
  "point.raise": { params: { session: string; text: string }; result: { id: string } };
  /** Takes a parked matter on to the follow-up, or leaves it here. */
  "parked.carry": { params: { session: string; parked: string; carry: boolean }; result: None };
  /** Answers a process point; only that ends it. */
  "point.answer": { params: { session: string; point: string; answer: string }; result: None };
  /** Asks everybody to think for themselves, for two minutes where no seconds are named. */
  "rescue.silence": { params: { session: string; seconds?: number }; result: { id: string } };
  /** Lets everybody speak once, now. What was open is paused and goes on afterwards. */
  "rescue.round": { params: { session: string; prompt?: string }; result: { id: string } };
  /** Asks where everybody stands, from zero to five. What was open is paused and goes on afterwards. */
  "rescue.gauge": { params: { session: string; prompt?: string }; result: { id: string } };
  /** Parks the item that is talked about and goes on to the next one. */
  "rescue.park": { params: { session: string }; result: { id: string } };
  /** Hides the boards from the projector and stops the clock, or shows them and lets it go on. */
  "rescue.blank": { params: { session: string; blank: boolean }; result: None };
  /** Closes what is open and opens another activity in its place, on the same board. */
  "rescue.replace": { params: { session: string; kind: Kind; title: string; minutes: number; prompt: string; settings?: Settings; after?: string }; result: { id: string } };
  /** Leaves an activity out, or takes it in again; what follows moves. */
  "activity.skip": { params: { session: string; activity: string; skip: boolean }; result: None };
  /** Gives one's own answer in a round. It may be changed until the round closes. */
  "response.give": { params: { session: string; text?: string; pass?: boolean; seat?: string }; result: None };
  /** Hands in one's own ballot or that of a seat one keeps, in place of the one before, until the vote closes. */
  "ballot.cast": { params: { session: string; choices: Choice[]; text?: string; seat?: string }; result: None };
  /** Writes down hands that were counted in the room, in the place of ballots. */
  "hands.count": { params: { session: string; counts: Hands[]; present: number }; result: None };
  /** Writes a note. Where the activity is private it stays a draft on this computer until the reveal. */
  "note.add": { params: { session: string; text: string; color?: Color; activity?: string; zone?: string; slot?: number; x?: number; y?: number; from?: string[]; about?: string; seat?: string; cluster?: string; at?: Spot }; result: { id: string } };
  /** Changes the words of a note or of an own draft. */
  "note.edit": { params: { session: string; note: string; text: string }; result: None };
  /** Takes a note or an own draft away. */
  "note.remove": { params: { session: string; note: string }; result: None };
  /** Puts a note into a cluster, or makes it loose. */
  "note.move": { params: { session: string; note: string; cluster: string; after?: string }; result: None };
  /** Writes what was typed into a text and answers with its new revision. */
  "text.splice": { params: { session: string; record: string; field: TextField; base: number; splices: Splice[] }; result: { rev: number } };
  /** Makes a cluster, with notes already in it where they are named. */
  "cluster.add": { params: { session: string; name: string; notes?: string[] }; result: { id: string } };
  /** Names a cluster. */
  "cluster.edit": { params: { session: string; cluster: string; name: string }; result: None };
  /** Takes a cluster away; its notes become loose. */
  "cluster.remove": { params: { session: string; cluster: string }; result: None };
  /** Says in which group one is now; an empty group is none. Where people choose their groups. */
  "group.join": { params: { session: string; group: string }; result: None };
  /** Begins a group on a topic of one's own, as its host. Where people choose their groups. */
  "group.add": { params: { session: string; name: string }; result: { id: string } };
  /** Names a group or its host; what is not named stays. Members and facilitators do. */
  "group.edit": { params: { session: string; group: string; name?: string; host?: string }; result: None };
  /** Writes one answer of a group's report, by its place among the questions. */
  "group.report": { params: { session: string; group?: string; field: number; text: string }; result: None };
  /** Moves somebody to another group. */
  "group.seat": { params: { session: string; person: string; group: string }; result: None };
  /** Goes on to a later round of groups, or to the next zone of a canvas. */
  "run.round": { params: { session: string; round: number }; result: None };
  /** Marks a note of one's group as one to bring back to all. */
  "note.back": { params: { session: string; note: string; back: boolean }; result: None };
  /** Puts a note or an own draft into a zone, a slot or row, or to a point of a canvas, or with none of these off it. */
  "note.place": { params: { session: string; note: string; board?: string; zone?: string; slot?: number; x?: number; y?: number }; result: None };
  /** Puts several notes into a zone, a slot or row, or to points of a canvas, or with none of these off it, and strokes with them, in one step. */
  "notes.lay": { params: { session: string; notes: NoteSpot[]; board?: string; zone?: string; slot?: number; ink?: StrokesMove }; result: None };
  /** Marks an own note or draft as a favourite. */
  "note.star": { params: { session: string; note: string; starred: boolean }; result: None };
  /** Writes several notes, as from a list that was pasted. One undo takes them all back. */
  "notes.add": { params: { session: string; texts: string[]; color?: Color; colors?: Color[]; activity?: string; cluster?: string }; result: { ids: string[] } };
  /** Moves notes into a cluster and to their places on the board, and strokes with them, in one step. */
  "notes.place": { params: { session: string; notes: NoteSpot[]; cluster?: string; after?: string; ink?: StrokesMove }; result: None };
  /** Takes notes away, and strokes with them, in one step; those that are gone already are passed over. */
  "notes.remove": { params: { session: string; notes: string[]; strokes?: string[] }; result: None };
  /** Makes one note of several that say the same; their writers keep the credit. */
  "notes.merge": { params: { session: string; notes: string[]; text?: string }; result: { id: string } };
  /** Gives notes another colour, and strokes with them, in one step. */
  "notes.recolor": { params: { session: string; notes: string[]; strokes?: string[]; color: Color }; result: None };
  /** Puts a cluster somewhere on its board. */
  "cluster.place": { params: { session: string; cluster: string; x: number; y: number }; result: None };
  /** Keeps participants from changing a board (its activity), a cluster or a note, or lets them again. */
  "board.lock": { params: { session: string; record: string; locked: boolean }; result: None };
  /** Keeps participants from changing what lies in a zone of a canvas, or lets them again. */
  "zone.lock": { params: { session: string; board: string; zone: string; locked: boolean }; result: None };
  /** Draws an arrow between two notes or clusters. */
  "connector.add": { params: { session: string; from: string; to: string; label?: string; sign?: Sign }; result: { id: string } };
  /** Changes the words or the sign of an arrow; what is not named stays. */
  "connector.edit": { params: { session: string; connector: string; label?: string; sign?: Sign }; result: None };
  /** Takes an arrow away. */
  "connector.remove": { params: { session: string; connector: string }; result: None };
  /** Replies to a note or a cluster. */
  "comment.add": { params: { session: string; on: string; text: string }; result: { id: string } };
  /** Changes the words of an own comment. */
  "comment.edit": { params: { session: string; comment: string; text: string }; result: None };
  /** Takes a comment away: an own one, and a facilitator any. */
  "comment.remove": { params: { session: string; comment: string }; result: None };
  /** Puts one's own mark or reaction on a note, or takes it away. */
  "mark.set": { params: { session: string; note: string; label: string; reaction?: boolean }; result: None };
  /** Says where one is on a board; the others hear it with pointers. It is kept nowhere. */
  "pointer.set": { params: { session: string; board: string; x: number; y: number; act: Act; note?: string; cx: number; cy: number; zoom: number; gather?: number }; result: None };
  /** Draws a stroke on a board. */
  "ink.add": { params: { session: string; dots: number[]; color?: Color; label?: string; activity?: string }; result: { id: string } };
  /** Says in words what a stroke shows, or gives it another colour; what is not named stays. */
  "ink.edit": { params: { session: string; stroke: string; label?: string; color?: Color }; result: None };
  /** Moves strokes, in one step: own ones, and a facilitator any. */
  "ink.move": { params: { session: string; strokes: string[]; dx: number; dy: number }; result: None };
  /** Takes strokes away, in one step: own ones, and a facilitator any. */
  "ink.remove": { params: { session: string; strokes: string[] }; result: None };
  /** Sends a part of a picture, from the byte on where the last ended; 0 begins anew. One picture at a time is on its way. */
  "picture.send": { params: { session: string; at: number; data: string }; result: None };
  /** Makes a note that shows the picture that was sent. It is unpacked and encoded anew; what else came with it is left behind. */
  "picture.add": { params: { session: string; text: string; activity: string; cluster?: string; spot?: Spot }; result: { id: string } };
  /** Returns a part of a picture, from the byte on. */
  "picture.get": { params: { session: string; picture: string; from: number }; result: PictureChunk };
  /** Catches an insight, a question, a decision, an action or something to park. */
  "capture.add": { params: { session: string; type: CaptureType; text: string; item?: string }; result: { id: string } };
  /** Changes the words of what was caught. */
  "capture.edit": { params: { session: string; capture: string; text: string }; result: None };
  /** Takes what was caught away. */
  "capture.remove": { params: { session: string; capture: string }; result: None };
  /** Says which item is talked about now. */
  "discuss.item": { params: { session: string; item: string }; result: None };
  /** Sets something down for later. */
  "parked.add": { params: { session: string; text: string }; result: { id: string } };
  /** Says what became of something that was parked. */
  "parked.settle": { params: { session: string; parked: string; fate: string }; result: None };
  /** Adds something somebody will do. */
  "action.add": { params: { session: string; what: string; owner?: string; due?: string; firstStep?: string; evidence?: string[]; seat?: string; roles?: ActionRole[]; sign?: string; review?: string; type?: string; place?: string; partner?: string; witness?: string; help?: string }; result: { id: string } };
  /** Changes an action; what is not named stays. */
  "action.edit": { params: { session: string; action: string; what?: string; owner?: string; due?: string; firstStep?: string; state?: string; sign?: string; review?: string; type?: string; place?: string; partner?: string; witness?: string; help?: string; roles?: ActionRole[] }; result: None };
  /** Takes an action away. */
  "action.remove": { params: { session: string; action: string }; result: None };
  /** The owner says yes or no. A facilitator may record a yes that was spoken. */
  "action.accept": { params: { session: string; action: string; accept: boolean; spoken?: boolean }; result: None };
  /** Takes back one's own latest change. It never takes back another's work. */
  "undo": { params: { session: string }; result: None };
  /** Does again what was taken back. */
  "redo": { params: { session: string }; result: None };
  /** Tells the past of a session in at most 400 stretches, oldest first. */
  "history.moments": { params: { session: string }; result: { moments: Moment[] } };
  /** Draws the boards as they stood at a moment. */
  "history.look": { params: { session: string; at: string }; result: { records: ViewRecord[] } };
  /** Makes notes what they were at a moment, and brings lines of the pen, arrows and clusters back that are gone, by new changes that can be undone. */
  "history.bring": { params: { session: string; at: string; notes: string[] }; result: None };
  /** Lets what was set aside count after all, with all that was set aside for the same reason. */
  "aside.take": { params: { session: string; item: string }; result: None };
  /** Returns the record as it would be saved now. */
  "record.preview": { params: { session: string; profile: Profile; length?: Length }; result: RecordPreview };
  /** Returns what sheets to print are made of. */
  "record.papers": { params: { session: string; profile: Profile; length?: Length }; result: Papers };
  /** Writes the record into a folder and overwrites nothing. */
  "record.save": { params: { session: string; profile: Profile; length?: Length; dir?: string }; result: { path: string } };
  /** Adds a picture that the window drew of one of the record's drawings to the record that was saved last. It is no part of what is the same on every laptop. */
  "record.picture": { params: { session: string; name: string; png: string }; result: { path: string } };
  /** Returns this description, as an OpenRPC document. */
  "rpc.discover": { params: None; result: Record<string, unknown> };
}

/** What the server says unasked. */
export interface Notifications {
  /** What changed in a view. rev is one more than that of the snapshot or diff before; after a gap, ask for view.snapshot. */
  "view.diff": { session: string; rev: number; added: ViewRecord[]; updated: ViewRecord[]; removed: string[] };
  /** Who is where on the boards of a session that is followed: all of them, each time. */
  "pointers": PointersTold;
  /** Something the person should know. */
  "notice": HealthItem;
  /** The list of sessions changed: ask for sessions.list. */
  "sessions.changed": None;
  /** How far a sessions.join of this window has come. */
  "join.progress": JoinProgress;
  /** How far a sessions.bundle, sessions.import or sessions.verify of this window has come. */
  "carry.progress": CarryProgress;
}
