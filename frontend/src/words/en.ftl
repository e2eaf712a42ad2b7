## The app
app-name = Convene
close = Close
cancel = Cancel
save = Save
done = Done
back = Back
add = Add
edit = Edit
change = Change
open = Open
more = More
yes = Yes
no = No
undo = Undo
loading = Loading
messages = Messages
minutes-short = { $count } min
time-left = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } { $seconds } { $seconds ->
    [one] second
   *[other] seconds
  } left
time-over = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } { $seconds } { $seconds ->
    [one] second
   *[other] seconds
  } over time
line-lost = This window has lost touch with the app on this computer.
line-lost-safe = What was saved is safe. It tries again by itself.
try-again = Try again
line-lost-call = The app on this computer did not answer. Nothing was changed; do it again in a moment.

## Home
nav-main = Main
nav-sessions = Sessions
nav-templates = Templates
nav-settings = Settings
home-title = Sessions
home-search = Search
home-search-label = Search sessions
home-new = New session
home-today = Today
home-live = Now
home-upcoming = In preparation
home-past = Past
home-started = started
home-changed-at = changed { $time }
home-empty = No sessions yet. Start from a template: Quick co-creation, 60 min.
home-empty-act = Start from a template
home-nothing-found = No session matches “{ $query }”.
home-templates = Start from a template
home-templates-all = All { $count }
home-no-server = Nothing here is on a server. A session lives on the laptops of the people who were in it.
sessions-count = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
  }
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
on-computers = { $others ->
    [one] On this computer and 1 other
   *[other] On this computer and { $others } others
  }
only-here = Only on this computer
state-draft = Draft
state-live = Live
state-closed = Closed
closed-at = Closed { $time }
more-about = More about { $title }
duplicate = Duplicate agenda
keep-until = Keep until a day
kept-until = Kept here until { $day }
kept-over = Was to be kept here until { $day }
decision-review = Looked at again on
decision-review-of = Look at it again: { $text }
keep-title = How long to keep “{ $title }”?
keep-text = Nothing is removed by itself. When the day has passed, the list of sessions says so.
keep-day = Keep until
keep-day-hint = Without a day it is kept for ever.
close-session-here = Close on this computer
plan = Plan
record = Record
join = Join
join-named = Join { $name }
nearby = On this network
nearby-words = Two words of a session nearby
nearby-found = { $count } found, still looking
nearby-looking = Looking
nearby-still = Still looking on this network; you can paste a link instead.
nearby-no-names = Its title and names stay in the room until you are let in.
nearby-match = Join only if the two words match those the facilitator shows you.

## Templates and new session
templates-lead = Each is an agenda with questions, minutes and settings. Take one, then change what you like.
choose-template = Choose a template
template = Template
template-none = Empty agenda
template-empty = Empty agenda
template-people = { $min } to { $max } people
template-later = Holds { $kinds }: those steps are planned here, but this version cannot run them on screen yet.
template-later-new = Some steps of this template are not in this version yet. You can plan them and run them on paper.
new-title = Title
new-title-missing = Give the session a title, so that people find it.
new-make = Make the plan
purpose = Purpose
purpose-hint = Why people meet, in one sentence.
question = Focus question
question-hint = The one open question this session answers. Prompts can use it.
outcome-better = Better outcome
outcome-hint = A change people want to reach, which others could see.
outcomes-better = { $count ->
    [one] Better outcome
   *[other] Better outcomes
  }
agenda-by-minutes = Agenda by minutes

## Settings
settings-title = Settings
settings-name = Your name
settings-name-hint = What others see when you join or facilitate.
settings-language = Language
settings-theme = Light or dark
settings-where = Convene { $version }. Sessions are kept in { $folder }.
theme-system = As the system
theme-light = Light
theme-dark = Dark

## The lock and what is told at the start
unlock-title = Your sessions are locked
unlock-lead = They are encrypted on this computer, and your passphrase opens them.
unlock-passphrase = Passphrase
unlock-missing = Write your passphrase first.
unlock-act = Open
unlock-wait = Opening. This takes a second or two.
unlock-lost = Nobody can bring a forgotten passphrase back. What others hold of a session, they can give you again.
note-plain = Your sessions are not encrypted on this computer.
note-plain-hint = Who has the disk can read them. A passphrase protects them, and so does an encrypted disk.
note-pending = Your sessions are encrypted when Convene starts next.
note-pending-hint = Keep the passphrase: nobody can bring a forgotten one back.
note-full = The disk is almost full.
note-full-hint = What is saved is safe. Make room before the workshop: nothing new can be kept.
note-damaged = Files of a session were damaged.
note-read = I have read it
note-library = Files of this data folder were damaged.
phrase-act = Set a passphrase
phrase-title = A passphrase for your sessions
phrase-lead = From the next start on, Convene asks for it. Everything in your data folder is encrypted then.
phrase-new = New passphrase
phrase-hint = At least 8 characters. Four or five words are good and easy to keep.
phrase-again = The same once more
phrase-short = A passphrase has at least 8 characters.
phrase-differ = The two are not the same.

## Join
join-title = Join a session
join-lead = You need no account. The session stays on the laptops in the room.
join-own = My own sessions
join-link = Code or link from the facilitator
join-link-hint = As in 4-tulip-anchor, or a link that begins with convene://. Works on guest networks too.
join-link-missing = Type the code or paste the link first.
join-name = Your name in this room
join-name-hint = Everyone in the session sees it.
join-name-missing = Write a name, so that people know who joins.
join-no-laptop = No laptop? Sit next to someone who has one.
join-wait = Keep this window open. Nothing is shown before the other side has proved who it is.
join-looking = Looking for the session
join-connecting = Connecting to the facilitator’s laptop
join-waiting = The facilitator will let you in. On both screens it says:
join-verifying = Checking that both sides are who they say
join-receiving-start = Getting the session
join-receiving = Getting the session: { $have } of { $of } changes
join-done = You are in

## A session
session-refused = This session cannot be shown
session-opening = Opening the session
readonly-title = You can read this session, not change it.
gone-title = { $name }’s laptop has left the network.
gone-text = The clock runs on and every note is safe. A facilitator can take the floor.
gone-text-take = The clock runs on and every note is safe. You can take the floor, { $me }.
gone-wait = Wait for { $name }
take-floor = Take the floor
floor-give = Give them the floor
gone-text-choose = The clock runs on and every note is safe. No facilitator is here: whom more than half of the participants would follow can lead on.
endorse-whom = I would follow
endorse-nobody = Choose a person
endorse-say = Say so
endorse-said = You would follow { $name }.
alone-title = You are working on your own.
alone-text = { $waiting ->
    [0] Your notes are safe here and will be shared when you reconnect.
    [one] Your notes are safe here; 1 change will be shared when you reconnect.
   *[other] Your notes are safe here; { $waiting } changes will be shared when you reconnect.
  }
sync-here = Saved here
sync-alone = { $waiting ->
    [0] Alone, saved here
   *[other] Alone, { $waiting } to share
  }
sync-waiting = Saved here, { $waiting } to share
sync-shared = Shared with { $connected } of { $of }
people = People
people-n = People, { $count }
people-n-of = People, { $here } of { $of }
you = You
you-named = { $name } (you)
here = Here
away = Away
away-seconds = Away for { $count } s
away-minutes = Away for { $count } min
ready = Ready
ready-yes = You are ready
not-yet = Not yet
hand-up = Hand up
hand-raise = Raise hand
hand-down = Lower hand
has-floor = Has the floor
person-make = Make: { $role }
person-remove = Remove from the session
person-broken = Two histories; not counted
person-floods = Sends too much; read slowly
tally-ready = ready
tally-not-yet = not yet
tally-hands = { $count ->
   *[other] hand up
  }
nobody-here = Nobody else is here yet. Let people in with the link.
late = Late

## Kinds, captures, roles
kind-brief = Brief
kind-round = Round
kind-brainstorm = Brainstorm
kind-cluster = Cluster
kind-vote = Vote
kind-discuss = Discuss
kind-breakout = Breakout
kind-canvas = Canvas
kind-commit = Commit
capture-insight = Insight
capture-question = Question
capture-decision = Decision
capture-action = Action
capture-parked = Park it
role-first = First facilitator
role-successor = Facilitator
role-cofacilitator = Co-facilitator
role-elected = Facilitator, elected
role-participant = Participant
role-observer = Observer

## Plan
plan-title = Plan: { $title }
plan-empty = The agenda is empty. Add an activity on the left.
plan-lacks = What the plan lacks ({ $count })
plan-too-long = The agenda is { $minutes } min longer than the session.
plan-no-slack = Only { $minutes } min are free. Leave more: something always takes longer.
plan-unserved = No activity serves the outcome “{ $outcome }”.
plan-same-form = From “{ $title }” on people sit in the same form for { $minutes } min. Change it: alone, in pairs, together.
plan-does-not-fit = The rest does not fit: { $minutes } min too long.
plan-cuts = Could be shortened: { $list }.
plan-cut = { $title } by { $minutes } min
plan-no-commit = Nothing says who does what afterwards. Add an activity of the kind Commit.
plan-no-hosts = Hosts sort in “{ $title }”, and no groups come before it. Add work in groups first, or let everyone sort.
plan-vote-question = “{ $title }” has no question to vote on.
plan-vote-options = Nothing before “{ $title }” gives it options to vote on.
plan-vote-rules = The rules of “{ $title }” do not fit together. Look at its settings.
plan-few-people = This plan needs at least { $people } people who take part.
let-in = Let people in
to-session = Go to the session
charter = Charter
charter-edit = Edit the charter
charter-when = Day and place
charter-when-none = Not set
charter-purpose-none = Say why people meet
charter-outcome-none = Say what will be better
charter-date = Day
charter-place = Place
outcome-add = Add a better outcome
outcome-numbered = Better outcome { $number }
outcome-remove = Remove better outcome { $number }
agenda = Agenda
agenda-empty = Nothing on the agenda yet.
agenda-ends = Ends { $time }
agenda-planned = { $minutes } min planned
agenda-if-now = If it begins at { $time }. Keep some minutes for what you cannot plan.
agenda-longer = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } longer than planned so far.
agenda-shorter = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } in hand so far.
agenda-on-time = As planned so far.
agenda-moved = { $title } is now { $number } of { $of }.
started-at = Started { $time }
longer-by = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } longer
shorter-by = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } shorter
activity-add = Add activity
activity-title = Title of the activity
activity-remove = Remove { $title }
activity-ran = This activity has begun, so its plan stays as it was.
move-up = Move up
move-down = Move down
move-keys = Alt + ↑ ↓
prompt = Question, read aloud
prompt-hint = About { $seconds } { $seconds ->
    [one] second
   *[other] seconds
  } to say.
prompt-hint-empty = One question, short enough to be read aloud.
prompt-none = The question stands here
steps = One step at a time
minutes = Minutes
minutes-none = No clock: it ends when you go on.
minute-less = One minute less
minute-more = One minute more
minute-less-key = One minute less (−)
minute-more-key = One minute more (+)
less-of = Less: { $what }
more-of = More: { $what }
set-number = Set a number
set-number-of = Set a number: { $what }
set-standard = As usual
set-auto = By the number of options
set-no-limit = No limit
set-pass = Passing is fine
set-spoken = Spoken only
set-turn = Seconds per turn
set-while = While people write
set-while-private = Only the writer sees it
set-while-public = Everyone
set-names = Names on notes
set-names-shown = Shown
set-names-hidden = Hidden
set-names-hidden-hint = Hidden means not shown in this room. Someone with technical skill could still trace a note to a laptop.
set-max = Notes per person
set-who = Who moves notes
set-who-everyone = Everyone
set-who-facilitators = Facilitators
set-method = Way of voting
set-method-dots = Dots
set-method-rank = Places
set-method-scale = Scale
set-method-consent = Consent
set-options = Vote on
set-options-clusters = Clusters
set-options-notes = Notes
set-dots = Dots each
set-stack = Dots on one option
set-sealed = Ballots stay closed
set-item = Minutes per item
set-accepts = Owners say yes
preview = Preview
preview-laptop = On each laptop
preview-private = Only on your laptop until { $name } turns all notes over.
preview-nothing-sent = Nothing is sent until you let people in.
preview-live = This session is live. Changes reach everyone at once.
later-plan = { $kind } is not in this version yet. You can plan it here and run it on paper.

## Invite
invite-lead = Anyone with this link can join. Show it, read it out, or send it.
invite-as = They join as
invite-link = Link
invite-qr = QR code of the link
invite-until = Works until { $day }, { $time }.
invite-making = Making the link
invite-no-address = This computer is on no network now. The link works once it is.
invite-here = Who is in
copy-link = Copy link
copied = Copied
copy-by-hand = Select and copy it by hand

## Waiting
start-with = Start: { $title }
wait-facilitator = Start when the circle is full enough. Who comes later gets everything.
wait-participant = Your notes stay on this laptop until they are turned over. At the end you keep a full copy of the record.
wait-here = { $here } of { $of } are here
wait-you-start = You start when people are in.
wait-starts = { $name } starts the first activity.

## Live
activity-of = { $session }, activity { $number } of { $of }
next-named = Next: { $title }
next-last = Close the last activity
closing-now = Closing
finish = Finish the session
close-activity = Close this activity
pause-key = Pause (Space)
resume-key = Go on (Space)
between = Between activities
between-next = Next
between-you = Press Next when people are ready.
between-wait = { $name } opens it in a moment.
between-end = That was the last activity.
between-end-you = Finish the session, then read the record together.
between-end-wait = The record comes next. You keep a full copy.
paused-title = Paused.
paused-text = The clock stands still; what you wrote is safe.
closing-title = Closing.
closing-text = Everything is being turned over and counted.
ready-of = { $ready } of { $of } ready.
ready-still = You can still add something.
observer-foot = You are here as an observer. You see what is shared.
readonly-foot = You can read, not write.
closed-foot = This activity is closed.
closed-foot-next = This activity is closed. { $name } opens the next one.
keys-title = Keys
keys-hint = Single letters are off while you write.
key-pause = Pause or go on
key-next = Next activity
key-more = One minute more
key-less = One minute less
key-move = Move the note you are on
key-undo = Undo your own last act
key-region = Next part of the screen
key-help = These keys
key-add = Add and keep writing
key-ready = Ready
key-hand = Raise or lower your hand
say-activity = { $title }. { $prompt }
say-5-minutes = 5 minutes left
say-2-minutes = 2 minutes left. Finish your sentence.
say-1-minute = 1 minute left
say-10-seconds = 10 seconds left
say-time-over = Time is over. You can finish your sentence.
say-notes = { $count ->
    [one] 1 note added in { $title }
   *[other] { $count } notes added in { $title }
  }

## Activities
brief-ends = We end at
break-back = Back at { $time }
later-title = { $kind } is not in this version yet
later-text = Read the question aloud and do this step on paper or in small groups. What it yields can be written in the next activity.
round-label = Your answer
round-placeholder = Say it in a sentence
round-give = Give answer
round-pass = Pass
round-pass-hint = Passing counts as a turn.
round-given = Your answer is in.
round-passed = You passed.
round-pass-said = Passed
round-spoken = This round is spoken. Nothing is written; look at who speaks.
round-heard = { $count ->
    [one] 1 answer
   *[other] { $count } answers
  }
round-to-come = { $count } to come
round-quiet = Not heard yet: { $names }
add-idea = Add idea
add-idea-placeholder = Add one idea
idea-full = That is all { $most } notes. Take one back to add another.
revealed = { $count ->
    [one] 1 note, turned over
   *[other] { $count } notes, turned over
  }
face-down = { $count ->
    [one] 1 note, face down
   *[other] { $count } notes, face down
  }
face-down-writers = { $writers ->
    [one] 1 other person has written.
   *[other] { $writers } other people have written.
  }
face-down-honest = The words are still on the writers’ laptops; only this count has travelled. Next turns all notes over at once.
my-notes = My notes, { $count }
my-notes-of = My notes, { $count } of { $most }
my-notes-none = Nothing yet. One idea per note; short is fine.
in-the-room = { $count } in the room
others-notes = Notes of others, { $count }
only-here-short = Only here
on-the-board = On the board
note-edit = Change the note
note-edit-named = Change “{ $text }”
note-remove-named = Take back “{ $text }”
board = Board
cluster-preview = Move notes into groups
cluster-empty = There are no notes to group. Add a brainstorm before this activity.
cluster-watch = Facilitators move the notes. Say aloud where one belongs.
cluster-new = Name of a new cluster
cluster-new-placeholder = What do some of these say together?
cluster-add = Add cluster
cluster-add-move = Make and move
cluster-name = Name of the cluster
cluster-unnamed = No name yet
cluster-remove = Remove { $name }
cluster-label = { $name }, { $count ->
    [one] 1 note
   *[other] { $count } notes
  }
cluster-void = Drop notes here
loose = Loose
sticky-note = sticky note
note-label = { $text }. In { $cluster }
note-unplaced = { $text }. Not placed yet
move-to = Move to
move-to-named = Move “{ $text }”
moved-to = Moved to { $cluster }
vote-preview = Options with dots
vote-rules = { $dots ->
    [one] One dot
   *[other] { $dots } dots
  }, at most { $most } on one option. Everyone sees the list in a different order.
vote-rules-rank = { $places ->
    [one] Choose the first place.
   *[other] Give { $places } places, one option each.
  } Everyone sees the list in a different order.
vote-rules-scale = Choose one for each. Everyone sees the list in a different order.
vote-sealed = Sealed until the vote closes, also for { $name }.
vote-turnout = { $in } of { $of } ballots are in.
vote-left = { $left } of { $of } dots left
vote-answered = { $answered } of { $of } answered
vote-hand-in = Hand in ballot
vote-hand-in-again = Hand in again
vote-hand-in-blank = Hand in a blank ballot
vote-handed = Handed in
vote-empty = There is nothing to vote on. Close this activity, and group notes first.
vote-counting = The ballots are being opened.
vote-no-result = This vote was closed without a result.
consent-yes = I consent
consent-concern = With a concern
consent-aside = I stand aside
consent-object = I object
thumb-down = Down
thumb-side = Sideways
thumb-up = Up
count-vote = Close and count the vote
vote-dots-for = Dots for { $text }: { $count }
vote-less = One dot less for { $text }
vote-more = One dot more for { $text }
vote-placed = { $count } on { $text }. { $left } left.
result = Result
result-mine = { $count ->
    [one] 1 dot of yours
   *[other] { $count } dots of yours
  }
result-voters = { $count ->
    [one] 1 voter
   *[other] { $count } voters
  }
result-turnout = { $in } of { $of } voted, { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
  }.
result-turnout-mean = { $in } of { $of } voted. The number is the average; the highest step is “{ $top }”.
result-none = –
result-tie = Some options share a place.
result-unopened = { $count ->
    [one] One ballot was not opened, because its laptop had left. It is not counted.
   *[other] { $count } ballots were not opened, because their laptops had left. They are not counted.
  }
result-abstained = { $count ->
    [one] One ballot had no dots.
   *[other] { $count } ballots had no dots.
  }
result-tracker = Your line { $tracker } is in the list as you handed it in.
result-tracker-missing = Your line { $tracker } is missing from the list. Tell the facilitator.
discuss-items = What we talk about
discuss-now = Now
discuss-this = Talk about this
discuss-this-named = Talk about this: { $text }
dots-count = { $count ->
    [one] 1 dot
   *[other] { $count } dots
  }
capture-type = It is
capture-placeholder = What was said that should stay?
capture-add = Keep it
captured = Kept, { $count }
captured-none = Nothing kept yet. One person writes, everyone sees it.
capture-remove = Take back “{ $text }”
reword = Reword: { $text }
group-name = Name of the group
group-host-choose = Who hosts the group
group-host-none = Nobody
parked = Parked
parked-none = Nothing parked. What you park must be dealt with before the end.
parked-add = Park something for later
parked-settle = Dealt with
parked-settle-named = Dealt with: { $text }
parked-fate = Dealt with in the session
action-what = What will be done?
action-who = Who
action-who-for = Who does: { $what }
action-nobody = Nobody yet
action-due = By when
action-due-for = By when: { $what }
action-no-date = No date
action-add = Add action
action-promise = An action counts when its owner has said yes.
action-remove = Remove the action: { $what }
actions-count = { $count ->
    [one] 1 action
   *[other] { $count } actions
  }
actions-gaps = { $count ->
    [one] 1 without owner or date
   *[other] { $count } without owner or date
  }
actions-none = No actions yet. Write the first one; small is good.
first-step = First step: { $text }
not-asked = Has not said yes
said-yes = Said yes
said-yes-aloud = Said yes aloud
i-say-yes = Yes, I will
said-aloud = Said yes aloud
said-aloud-named = Said yes aloud: { $what }

## Record
record-title = Record: { $title }
outline = Outline
copy-markdown = Copy Markdown
save-record = Save record
record-saved = Saved in { $path }
record-again = Read again
record-options = What goes in
reopen = Reopen
follow-up = Plan the follow-up
profile = Names
profile-names = Full
profile-initials = Initials
profile-none = None
profile-hint = For actions and people. People who already left keep their copy of what they saw.
before-save = Before you finish
gap-both = A{ $number } has no owner and no date.
gap-owner = A{ $number } has no owner.
gap-date = A{ $number } has no date.
gap-do = Give it to someone who says yes, or park it.
length = Length
length-full = All of it
length-short = One page
length-hint = One page has purpose, decisions, actions and open questions.
message-title = For a messenger
message-hint = Decisions and actions as plain text, at most 1,000 characters.
copy-message = Copy the text
print = Print
print-title = On paper
print-what = Sheet
print-report = This record
print-poster = Poster, A3
print-agenda = Agenda
print-charter = Charter to sign
print-cards = Action cards
print-ballots = Ballots
print-stickies = Numbered notes
print-sheets = Sheets
print-sheets-less = One sheet less
print-sheets-more = One sheet more
print-joins = Carries a code that lets people in for 12 hours.
paper-size = Paper
paper-a4 = A4
paper-letter = Letter
paper-purpose = Purpose
paper-outcomes = What we wanted
paper-decisions = Decided
paper-actions = To do
paper-none-decided = Nothing was decided.
paper-none-agreed = No action was agreed.
paper-no-votes = No vote is planned.
paper-more = and { $count } more in the record
paper-somebody = somebody
paper-nobody = nobody yet
paper-no-date = no date
paper-due = by { $day }
paper-first-step = First step: { $step }
paper-fingerprint = The same record on every laptop: { $words }
paper-at = At
paper-what = What
paper-minutes = Min
paper-end = End
paper-charter = What we agreed on
paper-values = Values
paper-rule = How we decide
paper-use = What becomes of the results
paper-ratified = The group consented to version { $version }.
paper-done-when = Done when: { $sign }
paper-place = Place: { $place }
paper-partner = With: { $partner }
paper-first = Put first by vote
paper-signed = Signed
paper-slip = What became of it
paper-done = done
paper-on-the-way = on the way
paper-stuck = stuck
paper-dropped = dropped
paper-sign = What shows it, and what would help:
paper-stickies-how = One idea on each, in capitals. The number leads back to your note.
set-aside = Set aside, { $count }
set-aside-hint = Kept, but not counted.
fingerprint = Same record on every laptop
fingerprint-hint = Read these words aloud; all should see the same.
link-outside = Copy this link to open it in a browser

## The wall
wall = Wall
wall-open = Show the wall for everybody in a window of its own
wall-here = Show the wall in this window
wall-keys = F: full screen. Arrows: turn pages.
wall-keys-owner = F: full screen. Esc: back.
wall-join = Scan to join
wall-still-joining = Still joining?
wall-page = { $page } of { $of }
wall-next = Next: { $title }
wall-dots = { $dots ->
    [one] One dot
   *[other] { $dots } dots
  } each, at most { $most } on one option.
wall-private = Only on each laptop until all notes are turned over.
wall-ballots = { $in } of { $of }
wall-sealed = ballots are in. They stay sealed until the end.
wall-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }
wall-no-notes = No notes yet.
wall-voted = { $in } of { $of } voted.
wall-end = Thank you. This is what we take with us.
wall-end-copy = The whole record is on every laptop that was here.

## Groups and canvases
axis-more = more { $axis }
axis-less = less { $axis }
axis-both = { $one }, { $other }
axis-top = top
axis-bottom = bottom
axis-left = left
axis-right = right
asks = What is asked
ask-quiet = Work quietly: nobody talks.
ask-boxes = { $count } boxes, one idea in each.
ask-box = Box { $box } of { $count }
ask-least = Ideas from each, at least: { $count }. You have { $mine }.
ask-stars = Your favourites to star: { $count }. Starred: { $mine }.
ask-about-notes = Each note hangs on another one: choose which.
ask-about-arrows = Each note hangs on an arrow: choose which.
ask-media = Notes hold: { $list }.
about-pick = What it is about
about-whole = All of it
about-of = About: { $text }
ask-hosts = Hosts of the groups sort: { $names }.
ask-hosts-none = There were no groups before, so facilitators sort.
ask-tell = Say aloud where a note belongs.
ask-step = Step { $step } of { $of }, until { $time }.
ask-held = Notes that come in later steps: { $count }.
ask-pairs = Look for pairs first: two notes that belong together, no more.
ask-merge = Choose notes that say the same, and make one of them. Their writers keep the credit.
ask-largest = The largest cluster comes first.
ask-most = Clusters at most: { $count }. There are { $have }.
ask-names = Give each cluster a name of { $least } to { $most } words. Notes stay where they are.
ask-name-words = A name has { $least } to { $most } words.
ask-names-off = Not yet { $least } to { $most } words: { $list }
ask-next-step = Next step
ask-circle = In your circle: { $names }.
ask-word = One word.
ask-symbol = One sign, an emoji for instance.
ask-volunteers = Whoever wants to goes first.
ask-until-empty = Round again, until nobody has more.
ask-turn = About { $seconds } seconds each; nobody is cut off.
ask-decides = This vote decides.
ask-passes = You read { $count } of them; others read the rest.
ask-own-barred = Not for what you wrote yourself.
ask-threshold = Who is below { $least } is asked what is missing.
ask-quorum = Counts from { $count } ballots on.
ask-ready = Press Ready when you have read it: { $ready } of { $of } have.
ask-review = For each action: where does it stand?
ask-required = Each action says: { $list }.
ask-actions-most = Actions at most: { $count }. There are { $have }.
ask-speak-open = Speak when you want to.
ask-speak-queue = Raise your hand to speak.
ask-speak-round = The word goes round, one after the other.
proposal = The proposal
proposal-write = Word the proposal
proposal-hint = “{ $title }” will be about these words.
objection-changed = What was changed for it
objection-changed-named = What was changed for: { $text }
reason-objection = What harm do you see for our purpose?
reason-concern = What worries you?
reason-below = What is missing?
verdict-decided = Decided.
verdict-objections = There are objections: talk about them, change the proposal, and vote again.
verdict-below = Below the line: { $count }. Ask what is missing.
verdict-quorum = Fewer than { $quorum } ballots: it does not count.
verdict-said = What people said
result-spread = { $spread } apart
action-more = Details
action-more-named = Details: { $what }
action-missing = Still missing: { $list }
action-state-of = Where it stands: { $what }
action-state-none = Not said yet
brief-open = Still open from last time
matches = Offers meet asks
match-hint = Do an offer and an ask go together? When both writers say yes, it becomes an action of both.
match-none = Nothing goes together yet.
match-choose = { $zone }: which?
match-suggest = These go together
match-said = Said yes: { $names }.
match-wait = Still asked: { $names }.
match-back = Take my yes back
match-yes-named = Yes, I will: { $offer }, { $need }
match-action = Became action { $number }.
command-merge = Make one of these
merge-words = In these words
merge-how = Whoever wrote them keeps the credit. It can be taken back.
merge-do = Make one note
board-merged = One note made of { $count }
zone-slot = { $zone }, slot { $slot }
zone-row = { $zone }, row { $slot }
plane-free = Free area
zone-loose = Not placed yet
zone-shut = This part opens later.
zone-add = Add to { $zone }
zone-next = Open the next part: { $zone }
note-star = Favourite: “{ $text }”
group-round = Round { $round } of { $of }
group-round-ends = Until about { $time }.
group-next-round = Next round
group-by-clock = The facilitator is out of reach. The clock moves the rounds on.
group-none = You sit in no group now. Choose one below, or ask the facilitator.
group-topic = A topic you would host
group-begin = Begin a group
group-mine = My group
group-number = Group { $number }
group-host = Host: { $name }
group-write = What does your group say?
group-back = Bring back to all
group-back-done = Brought back to all
group-back-count = { $count } of { $most } marked to bring back.
group-report-none = Not written yet
group-all = { $count ->
    [one] 1 group
   *[other] { $count } groups
  }
group-join = Join
group-join-named = Join group { $number }
group-move = Move { $name } to another group

board-tools = Tools of the board
board-outline = Outline
sent-here = On this computer only so far
sent-some = Somebody else has it
sent-all = Everyone who is here has it
board-cluster-move = Move cluster { $name }
board-cluster-moved = { $name } moved
board-cluster-back = Back into its row
board-way-left = Left
board-way-right = Right
board-way-up = Up
board-way-down = Down
board-follow = Look where somebody looks
board-following = You look where { $name } looks
board-follow-stop = Stop looking with { $name }
canvas-view = How to look at it
canvas-view-list = Areas
canvas-view-board = Board
board-by = by { $name }
board-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
  }
board-marks = { $count ->
    [one] 1 mark
   *[other] { $count } marks
  }
board-hearts = { $count ->
    [one] 1 heart
   *[other] { $count } hearts
  }
board-locked = locked
board-lock-own = This board is locked for participants. You can still change it.
board-lock-told = A facilitator locked this board. You can read and comment.
board-locked-said = Locked for participants
board-unlocked-said = Open again
frame-lock = Lock “{ $name }” for participants
frame-unlock = Open “{ $name }” for participants
zone-locked = Locked by a facilitator: you can read here.
board-moved = { $count ->
    [one] Moved to { $cluster }
   *[other] { $count } notes moved to { $cluster }
  }
board-nudged = Moved a little
board-aligned = Lined up
board-loosened = { $count ->
    [one] Now loose: it left its cluster
   *[other] Now loose: { $count } notes left their clusters
  }
board-not-yours = Only its writer or a facilitator can take a note away.
board-removed = { $count ->
    [one] Note taken away
   *[other] { $count } notes taken away
  }. { $key } brings back.
board-cluster-made = Cluster made: { $cluster }
board-cluster-named = Cluster: { $cluster }
board-pasted = { $count ->
    [one] 1 note added
   *[other] { $count } notes added
  }
board-duplicated = { $count ->
    [one] 1 note doubled
   *[other] { $count } notes doubled
  }
board-duplicated-not = { $count ->
    [one] A picture is not doubled. Add it again.
   *[other] { $count } pictures are not doubled. Add them again.
  }
board-marked = Marked
mark-note = Mark “{ $mark }”: { $text }
mark-named = { $count ->
    [1] marked { $mark }
   *[other] marked { $mark } by { $count }
  }
board-unmarked = Mark taken away
board-connected = Arrow drawn
board-chosen = { $count ->
    [one] 1 note selected
   *[other] { $count } notes selected
  }
board-is-chosen = selected
board-gathered = { $name } shows you this place
board-gathering = Everyone looks here now
board-naming = is naming
board-new-words = New note
board-words = Words of the note
board-text-kept = What you wrote is not sent yet.
board-text-kept-how = It is kept here and goes out when the line is back.
board-text-again = Words of yours that were not sent before are in this note again.
board-text-again-how = Look whether they still fit.
board-text-gone = The note you had open was taken away.
board-text-gone-how = You had changed nothing in it.
board-text-rescued = The note you wrote in was taken away.
board-text-rescued-how = Your words are kept as a new note.
board-find = Find notes
board-found = { $count ->
    [one] 1 found
   *[other] { $count } found
  }
board-menu-of = What to do with “{ $text }”
board-ask-title = Many notes of others
board-ask-move = { $count } of these notes were written by others. Move all of them?
board-ask-remove = { $count } of these notes were written by others. Take all of them away?
board-ask-yes-move = Move all
board-ask-yes-remove = Take all away
board-paste-how = One note for each line. From a table, each row is a note.
board-paste-label = Lines or table
board-paste-first = The first notes
board-paste-left = { $count ->
    [one] 1 note is more than the { $most } of one paste. It stays in the field.
   *[other] { $count } notes are more than the { $most } of one paste. They stay in the field.
  }
board-paste-add = { $count ->
    [one] Add 1 note
   *[other] Add { $count } notes
  }
board-arrow-words = What the arrow says
board-arrow-sign = Sign of the arrow
board-arrow-remove = Remove arrow
board-arrow-point = Point at it on the board
board-arrow-to = Arrow to which note?
board-sign-none = No sign
board-sign-more = More of it (+)
board-sign-less = Less of it (−)
board-comments-title = Comments
board-comments-none = Nothing was said yet.
board-comment-write = Write a comment
board-comment-add = Add comment
board-comment-remove = Remove comment
find-color = Colour
find-any-color = Any colour
find-writer = Writer
find-anybody = Anybody
find-mark = Marks
find-any-mark = Marked or not
find-kept = Marked to keep
find-heart = With a heart
find-comment = Comments
find-any-comment = Commented or not
find-commented = With a comment
find-place = { $place } of { $count }
board-several = Select several
board-choose = Select “{ $text }”
board-arrows = { $count ->
    [one] 1 arrow
   *[other] { $count } arrows
  }
board-arrow-out = Arrow to { $text }
board-arrow-in = Arrow from { $text }
board-arrow-between = Arrow from { $from } to { $to }
board-arrow-edit = Words and sign of the arrow
board-palette-label = Type what you want to do
board-palette-none = No command has this name.
board-color = Colour: { $color }
color-yellow = yellow
color-orange = orange
color-red = red
color-purple = purple
color-blue = blue
color-cyan = cyan
color-green = green
color-grey = grey
board-rewind-label = Moment of the session
board-rewind-same = At this moment the notes were as they are now.
board-bring = { $count ->
    [one] Bring 1 note back
   *[other] Bring { $count } notes back
  }
board-bring-all = Select all that differ
board-brought = { $count ->
    [one] 1 note is back
   *[other] { $count } notes are back
  }. Undo takes this back.
board-then-gone = gone since
board-then-changed = changed since
board-then-picture = { $count ->
    [one] The board as it was, with 1 note. Arrow keys move it, + and - zoom; the list says what was on it.
   *[other] The board as it was, with { $count } notes. Arrow keys move it, + and - zoom; the list says what was on it.
  }
past-between = Between activities
past-nameless = Somebody who is no longer here
past-previous = Previous moment
past-previous-of = Previous moment of { $name }
past-next = Next moment
past-next-of = Next moment of { $name }
past-person = Whose moments the arrows go to
past-everybody = Everybody
past-chosen = comes back
past-differs = Different now ({ $count })
past-same = The same now ({ $count })
past-now = now: { $text }
past-more = Show more ({ $count } left)
board-aside = { $count ->
    [one] 1 thing came too late
   *[other] { $count } things came too late
  }
board-aside-take = Let it count
command-new-note = New note
command-edit = Write in it
command-move-to = Move to…
command-new-cluster = New cluster
command-connect = Arrow
command-comment = Comment
command-keep = Mark to keep
command-mark = Mark “{ $mark }”
command-heart = Heart
command-duplicate = Double
command-remove = Take away
command-paste = Paste a list as notes
command-align-left = Line up on the left
command-align-top = Line up on top
command-align-row = Put in a row
command-align-column = Put in a column
command-tidy = Tidy up
command-select-all = Select all
command-clear = Select nothing
command-find = Find
command-zoom-in = Closer
command-zoom-out = Further
command-zoom-fit = Whole board
command-zoom-full = Full size
command-outline = Outline or board
command-gather = Bring everyone here
command-lock = Lock or unlock for participants
command-unlock = Unlock for participants
command-lock-board = Lock or unlock the board
command-rewind = Look at the past
command-undo = Take back
command-redo = Do again
command-palette = Commands

## People without a laptop
guests-title = People without a laptop
guests-page = A page for phones
guests-lead = People scan a code and write, vote and raise a hand on their phone. This laptop signs for them and keeps what they say.
guests-honest = This page is not encrypted: others on this Wi-Fi could read it. It shows this session only, and holds no keys.
guests-where = On which network
guests-try = This computer only, to try it
guests-open = Open the page
guests-close = Close the page
guests-open-now = { $count ->
    [0] Open. Nobody has sat down yet.
    [one] Open. 1 guest has sat down.
   *[other] Open. { $count } guests have sat down.
  }
guests-qr = QR code of the page for phones
guests-address = Address for phones
guests-revoke = Take back
guests-revoke-named = Take the seat of { $name } back
seats-here = Seats at this laptop
seats-lead = For people who sit with you: the number keys switch who is writing.
seat-phone = On a phone
seat-without = No laptop
seat-name = Name of the person
seat-edit = Change the seat of { $name }
seat-keeper = Who enters what they say
seat-add = Add seat
seat-switch = Who is writing
guest-title = Take part on this phone
guest-enter = Sit down
guest-notice = This page is not encrypted. Others on this Wi-Fi could read what you write.
guest-signs = The laptop that opened this page enters what you say for you, under your name. Its screen shows neither your private notes nor your ballot; but somebody with technical skill at that laptop could read them.
guest-lost = No touch with the laptop in the room.
guest-lost-text = It tries again by itself. If it stays so, the page was closed or your seat was taken back.
guest-look = Look at the wall and take part aloud.
guest-said = What you said
guest-zone = Where it belongs

## Who sees what
sees-cluster = Everyone sees each move as it happens.
sees-discuss = Everyone sees what is written down, and who wrote it.
sees-commit = Everyone sees each action, its owner and whether they said yes.
sees-brief = Everyone sees the same page, and who pressed Ready.
sees-written = Everyone sees what is written here, and who wrote it.
sees-notes-yours = Only on this laptop until you turn all notes over.
sees-notes-until = Only on this laptop until { $name } turns all notes over.
sees-notes-until-any = Only on this laptop until the facilitator turns all notes over.
sees-notes-then-named = Then everyone sees each note with its writer’s name.
sees-notes-names = Names hidden on the board. Not anonymous: the session file records who wrote each note.
sees-notes-batched = Anonymous to the group. The facilitator’s computer can tell who wrote what.
sees-notes-group-one = 1 person can write here.
sees-notes-group = { $count } people can write here.
sees-notes-turned = Everyone sees the notes that were turned over.
sees-notes-turned-name = Everyone sees the notes that were turned over, each with its writer’s name.
sees-notes-now = Everyone sees a note as soon as it is added.
sees-notes-now-name = Everyone sees a note as soon as it is added, with its writer’s name.
sees-notes-own-group = Until this closes, screens show only the notes of your own group. The session file holds all of them from the start.
sees-votes-open = Votes are visible to everyone.
sees-votes-secret = Secret from the group. The facilitator’s computer can see each vote. Check your code in the result list.
sees-votes-sealed = The ballots are open: anyone with the session file can see who voted for what.
sees-votes-until = Hidden until everyone has voted. Afterwards anyone can see who voted for what.
sees-votes-until-for = Sealed until the vote closes, also for { $name }.
sees-votes-until-all = Sealed until the vote closes, also for the facilitator.
sees-votes-one = Only 1 person can vote here: a total cannot hide who chose what.
sees-votes-few = Only { $count } people can vote here: too few for totals to hide who chose what.
sees-round-spoken = Nothing is written down here. Everyone sees who passed or had their turn.
sees-round-named = Everyone sees your answer with your name as soon as you give it.
sees-notes-guest = Kept on the laptop that signs for you until all notes are turned over. Its screen does not show them.

## The door
door-code = Code to say aloud
door-code-lead = Whoever is on this network types it on the Join screen. It changes after ten wrong guesses.
door-code-far = From far away: the same code, and this address of the relay: { $address }
door-code-open = Open a code
door-code-new = Another code
door-code-close = Close the code
door-code-none = No code is open.
door-ask = Ask me before anyone comes in
door-waiting = { $count ->
    [one] 1 person waits at the door
   *[other] { $count } people wait at the door
  }
door-words = Their screen says: { $words }
door-compare = Let in only whose two words match. Otherwise turn them away and ask.
door-let-in = Let in
door-let-in-named = Let in: { $name }
door-let-all = Let everyone in
door-away = Turn away
door-away-named = Turn away: { $name }
door-nameless = No name given
door-invites = Invites still open
door-invite-line = { $role }, until { $day } { $time }, used { $used ->
    [one] once
   *[other] { $used } times
  }
door-invite-code = By code
door-invite-link = By link
door-invite-asks = asks first
door-revoke = Take back
door-revoke-all = Take back the invite: { $what }
door-address = Address of this laptop
remove-title = Remove { $name }?
remove-text = From now on nothing reaches their laptop. They keep what they already received. What they wrote stays. Links and codes given out before ask you before they let anybody in.
remove-yes = Remove

## Five ways to join
join-ways = Another way in
join-address = Address, if the code is not found
join-address-hint = As the facilitator’s screen shows it: 192.168.1.20:40123. Works where the list stays empty.
join-file = Path of a .convene file
join-file-hint = From a USB stick, for example. It is checked like everything that comes over the network.
join-file-missing = Say first where the file is.
join-file-choose = Choose a file
join-file-take = Take it in
join-file-new = { $title } is on this laptop now: { $count ->
    [one] 1 change
   *[other] { $count } changes
  }.
join-file-merged = { $title } was here already. { $count ->
    [0] Nothing in the file was new.
    [one] 1 change was new.
   *[other] { $count } changes were new.
  }
join-file-look = You can read it, not write in it, until a facilitator lets you in.
join-use-code = Use its code
join-use-code-named = Use its code: { $words }
join-chosen = Only the laptop { $words } is asked.
join-compare = Say the two words aloud. If theirs are others, do not go in.
join-cancel = Stop waiting
join-stopped = You stopped waiting. The other side may still let you in; then the session is in your list.

## When it gets stuck
rescue = If it gets stuck
rescue-silence = Two quiet minutes
rescue-round = Everyone says one sentence
rescue-gauge = Zero to five: where do we stand?
rescue-park = Park what we talk about
rescue-question = Change the activity
rescue-blank = Hide the wall and stop the clock
rescue-unblank = Show the wall again
rescue-skip = Leave out: { $title }
left-out = Left out
take-in = Take in again
take-in-named = Take in again: { $title }
rescue-point = Raise a process point
rescue-silent = Quiet until { $time }. Everyone thinks for themselves.
rescue-blanked = The wall shows nothing and the clock stands still.
replace-title = Another activity in its place
replace-lead = What is open closes, and no note is lost: the new one works on the same board.
replace-kind = Kind
replace-prompt = Question
replace-do = Open it now

## Who speaks
queue = Who speaks
queue-none = No hand is up.
queue-now = { $name } speaks
queue-since = for { $time }
queue-next = Next: { $name }
queue-give = Give the word
queue-give-named = Give the word: { $name }
queue-end = Nobody speaks
queue-you-next = You are next.
queue-you-now = You have the word.
queue-yours = { $number }. in line to speak
turns-left = { $count ->
    [0] Everyone had their turn.
    [one] 1 person has not had a turn.
   *[other] { $count } people have not had a turn.
  }
item-time = { $time } for this
item-over = Time for this is up.
item-extend = { $minutes } more minutes
thumbs = Stay with this?
thumbs-are = { $up } up, { $side } sideways, { $down } down

## Before the end
matters-title = Before you finish
matters-lead = Nothing is dropped in silence: answer each process point, and say what becomes of each parked matter.
matters-none = Everything is dealt with.
points = Process points
point-answer = Answer to “{ $text }”
point-answer-add = Answer
point-by = raised by { $name }
point-write = What about how we work together?
point-raise = Raise it
point-lead = It stays in sight of everyone until a facilitator answers it.
points-open = { $count ->
    [one] 1 process point waits for an answer
   *[other] { $count } process points wait for an answer
  }
parked-fate-label = What becomes of “{ $text }”
parked-fate-placeholder = What becomes of it?
parked-carry = To the follow-up
parked-carry-named = Take “{ $text }” to the follow-up
parked-carried = Goes on to the follow-up
finish-now = Finish the session now

## Own notes, paper, hands
memo = Private notes
memo-only = Only on this laptop
memo-label = Notes to yourself
memo-placeholder = Write a note to yourself
memo-kept = Kept
paper-entry = Type in paper notes
paper-entry-lead = Type, press Enter, take the next one.
paper-entry-label = Words on the paper
paper-entry-who = Whose
paper-entry-count = { $count ->
    [0] None typed in yet.
    [one] 1 typed in.
   *[other] { $count } typed in.
  }
paper-entry-take = Take back
hands-count = Count hands instead
hands-title = Hands that you count
hands-lead = Say each option aloud, count, and write the number down. It takes the place of ballots, and everyone sees that it was by hands.
hands-present = People in the room
hands-for = Hands for { $text }
hands-for-step = Hands for { $text }: { $step }
hands-keep = Keep the count
hands-many = More hands than people: count again.

## Who sees what, as a panel
sees-title = Who sees what
sees-here = In this activity
sees-always = Always
sees-everyone-file = Everyone in the session has the same file: what was said, when, and who wrote it. People who already left keep their copy.
sees-drafts = A private note stays on its laptop until all are turned over; only its number travels.
sees-wall = The wall shows nothing private: no draft, no ballot, no name that is hidden.
sees-seats = What a seat at a laptop writes can be read by whoever sits at that laptop; what a phone writes is not on its screen.
sees-relay = Nobody outside reads along. A relay, if one is used, carries sealed packets only.
sees-memo = The facilitator’s private notes are on the facilitator’s laptop only.

## Search, files, room check, templates
found-in = Found in all sessions
found-none = Nothing written in any session holds all these words.
found-more = There is more. Add a word to find less.
hit-title = Title
hit-purpose = Purpose
hit-outcome = Outcome
hit-activity = Activity
hit-note = Note
hit-cluster = Cluster
hit-response = Answer
hit-capture = Kept in a discussion
hit-parked = Parked
hit-decision = Decision
hit-action = Action
bundle-save = Save as a file to carry
bundle-saved = Saved in { $path }
bundle-title = A file to carry
bundle-lead = On another laptop: Join, Another way in, and the path of this file. Two copies that went apart become one.
bundle-holds = { $changes } changes and { $images } pictures.
bundle-notice = Whoever has the file can read it: it is not encrypted.
bundle-where = Where it is written
bundle-where-hint = A folder and a name that ends in .convene; empty for the usual place.
bundle-do = Save the file
carry-elsewhere = Something else is going on with a session here. Save this file when that is done.
carry-saving = Writing the file
carry-checking = Checking every change
carry-keeping = Keeping it on this laptop
carry-far = { $have } of { $of } changes and pictures
carry-stopping = Stopping
forget = Remove from this computer
forget-title = Remove “{ $title }” from this computer?
forget-text = It is gone here for good, with your drafts and private notes. Others keep their copies. A saved record stays where it is.
verify = Check from the first change on
verify-ok = All { $changes } changes are signed and allowed. Read these words aloud; all should see the same: { $words }
verify-bad = { $count } changes were refused. The record counts the others only.
check-room = Room check
check-running = Looking at this laptop and its network. It takes about five seconds.
check-fine = Everything is ready for people
check-fix = { $count ->
    [one] One thing to fix before people arrive
   *[other] { $count } things to fix before people arrive
  }
check-of = { $fine } of { $of } checks are fine. Your session works without the internet.
check-again = Check again
check-address = Address of another laptop
check-address-hint = From its invite, to see whether the two reach each other. May stay empty.
check-took = Checked { $time }, took { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  }
check-sound-text = Show the wall and read it from the back of the room. Nothing checks that but you.
template-own = Yours
template-import = Take in a template
template-import-lead = A template is a Markdown file. Paste its text; it is checked line by line and can hold nothing but an agenda.
template-text = Text of the template
template-keep = Keep it
template-export = Show as text
template-copy = Copy the text
template-fork = Make my own of it
template-fork-name = Name of yours
template-fork-make = Make it
template-use = Use it
template-remove = Take away
template-save = Save as my template
template-saved = Kept as your template. It holds the agenda, and no person and nothing anyone wrote.
template-from = Made from { $from }
template-learned = { $count ->
    [one] 1 session taught something about it
   *[other] { $count } sessions taught something about it
  }
charter-values = How we treat each other
charter-values-hint = Working agreements, a line each.
charter-rule = How we decide
charter-use = What becomes of the results
charter-hands-over = If the laptop that leads is gone, the next facilitator’s takes over by itself
charter-state-draft = The group has not agreed on this charter yet.
charter-state-proposed = The charter is proposed; a consent vote settles it.
charter-state-objection = Somebody objects. Answer the objection, then ask again.
charter-state-ratified = { $consents ->
    [one] Agreed: 1 person consented.
   *[other] Agreed: { $consents } people consented.
  }
charter-ask = Ask the group for consent
charter-ask-title = Our charter
charter-ask-prompt = Can you live with this charter, for now?
charter-asked = It is on the agenda now, as a consent vote.
objection-answer = What was changed for it: “{ $text }”
calibration = How good our forecast was
calibration-text = The group gave its actions { $said } percent on average; { $happened } of { $of } happened.
forecast-ask = How likely will this be done, in percent?

## Settings of every kind
set-prefill = Begins with
set-prefill-nothing = Nothing
set-prefill-charter = The charter
set-prefill-previous = The session before
set-ack = Everyone presses Ready
set-answer = Answers are
set-answer-text = A sentence
set-answer-word = One word
set-answer-five = One to five
set-answer-fist = Zero to five
set-answer-symbol = A symbol
set-answer-none = Nothing written
set-order = Order
set-order-circle = Around the circle
set-order-random = By chance
set-order-volunteers = Who wants to
set-order-free = Free
set-order-largest = Largest first
set-mode = How it runs
set-mode-once = Once around
set-mode-empty = Until nobody has more
set-mode-group = Group
set-mode-name = Only name
set-mode-merge = Merge doubles
set-mode-new = New actions
set-mode-review = Look at earlier ones
set-scope = Who together
set-scope-all = Everyone
set-scope-table = A table
set-scope-pairs = Pairs
set-secret-answers = Names stay off answers
set-while-group = The own group
set-names-anonymous = Not known
set-silent = Quiet work on the wall
set-min = At least, each
set-star = Favourites each marks
set-media = Notes hold
set-media-text = Words
set-media-sketch = Sketches
set-media-photo = Photos
set-slots = Boxes
set-slot-seconds = Seconds per box
set-attach = Notes go on
set-attach-board = The board
set-attach-notes = Notes
set-attach-arrows = Arrows
set-who-hosts = Hosts
set-release = Notes come
set-release-all = All at once
set-release-batches = In batches
set-pairs = Pairs first
set-name-words = Words of a name, from and to
set-clusters = Clusters at most
set-method-score = Score
set-method-grid = Grid
set-purpose = The vote
set-purpose-gauge = Gauges
set-purpose-narrow = Narrows
set-purpose-decide = Decides
set-options-proposal = The proposal
set-options-charter = The charter
set-options-reports = Reports of groups
set-options-selection = What was chosen before
set-options-all = All of it
set-criteria = Questions about each, a line each
set-scale = Scale
set-scale-thumbs = Thumbs
set-own = May vote for their own
set-forecast = How likely each action is, in percent
set-forecast-back = Look back at what was held likely
set-places = Places given
set-passes = Readers of each
set-threshold = Asked about below
set-quorum-share = Share that must vote
set-items = Talk about
set-items-none = What comes up
set-items-top = The first three
set-items-spread = The most disputed three
set-items-ranked = All, in their order
set-items-groups = What groups brought
set-items-objections = Objections
set-extend = More time by thumbs
set-extensions = Minutes of each extension, a line each
set-speaking = Who speaks
set-speaking-open = Whoever wants
set-speaking-queue = In order of hands
set-speaking-round = Everyone in turn
set-capture = Kept of the talk
set-form = Groups
set-form-fixed = Stay as they are
set-form-escalate = Grow from one to all
set-form-rotate = Rotate
set-form-choose = Are chosen
set-size = People in a group
set-assign = Made by
set-assign-never = Never met first
set-assign-chosen = Choice
set-inner = In a group people
set-sizes = Sizes, a line each
set-step-minutes = Minutes of each step, a line each
set-rounds = Rounds
set-round-minutes = Minutes of a round
set-host = One stays as host
set-back = Notes brought back
set-report = A report answers, a line each
set-zones = Zones, a line each
set-marks = Marks on notes, a line each
set-layout = Layout
set-layout-columns = Columns
set-layout-grid = Two by two
set-layout-stack = Stack
set-layout-horizons = Horizons
set-layout-table = Table
set-layout-timetable = Timetable
set-axes = Axes, across and up
set-stepwise = Zones open one by one
set-zone-minutes = Minutes of each zone, a line each
set-direction = Time runs
set-direction-right = To the right
set-direction-left = To the left
set-arrows = Arrows
set-columns = Columns of the timetable
set-most-notes = Notes at most
set-matches = Offers meet asks
set-require = An action needs
set-what = What
set-owner = Who
set-due = By when
set-first = First step
set-review = Review day
set-extra = And asks for
set-extra-sign = A sign that it is done
set-extra-place = Place
set-extra-partner = Partner
set-extra-witness = Witness
set-extra-help = Help
set-extra-type = Kind
set-roles = Roles besides, a line each
set-states = States of a review, a line each
set-actions = Actions at most

## The window of the app itself: its menu, links of invites, what is told outside it
menu-session = Session
menu-quit = Quit Convene
menu-go = Go to
menu-view = View
menu-full-screen = Full screen
invited-title = You followed an invitation
invited-text = A link was opened that leads into a session. Nothing is joined yet: you see it first, and say yes with Join.
invited-look = Look at it
invited-not-now = Not now
notice-time = Time is up: { $title }
record-folder = Save into a folder…
command-picture = Add a picture
picture-file = Picture (PNG, JPEG or GIF)
picture-large = This picture has more than 25 MB. Make it smaller first.
picture-chosen = The picture that was chosen
picture-words = What is to be seen?
picture-words-why = These words stand below the picture and in the record, and are read to those who cannot see it.
picture-add = Add the picture
picture-adding = Adding the picture …
picture-added = The picture is on the board
picture-label = Picture: { $text }
ink = Drawings
ink-by = Drawing by { $name }
ink-own = Your drawing
ink-of-nobody = Drawing
ink-named = { $name }: { $text }
ink-stroke = stroke
ink-tools = Pens
ink-done = Done drawing
ink-drawing = You draw now. Escape ends it.
ink-drawn = Drawn
ink-label = What does it show?
ink-move = Move the drawing
ink-not-yours = Only who drew this or a facilitator can change it.
command-draw = Draw
command-describe = Describe or move the drawing
ink-wiped = { $count ->
    [one] Drawing taken away
   *[other] { $count } drawings taken away
}
ink-count = { $count ->
    [one] Drawings: 1 stroke
   *[other] Drawings: { $count } strokes
}

## Looked up in a directory of strangers
invite-lookup = Let this link be looked up in the public directory
invite-lookup-reveals = The addresses of this computer become visible to strangers who run that directory; what is said in the session and who is in it do not.
invite-lookup-idle = It is told with the next link.
invite-lookup-telling = Telling the directory where this computer is.
invite-lookup-told = The directory knows where this computer is.
invite-lookup-unanswered = The directory does not answer. It is tried again each minute.
invite-lookup-nowhere = This computer has no address that is reached from outside, so there is nothing to tell. A relay helps.
join-lookup = Look for it in the public directory
join-lookup-reveals = The address of this computer becomes visible to strangers who run the public directory; your name and the session do not.
join-seeking = Looking for the facilitator’s laptop in the public directory

## How others are connected
way-near = on this network
way-direct = connected directly
way-relayed = connected through a relay
way-hub = through another laptop
person-nameless = Somebody without a name
