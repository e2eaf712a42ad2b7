## Die App
app-name = Convene
close = Schließen
cancel = Abbrechen
save = Sichern
done = Fertig
back = Zurück
add = Dazu
edit = Bearbeiten
change = Ändern
open = Öffnen
more = Mehr
yes = Ja
no = Nein
undo = Zurücknehmen
loading = Wird geladen
messages = Meldungen
minutes-short = { $count } Min.
time-left = Noch { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } { $seconds } { $seconds ->
    [one] Sekunde
   *[other] Sekunden
  }
time-over = { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } { $seconds } { $seconds ->
    [one] Sekunde
   *[other] Sekunden
  } über der Zeit
line-lost = Dieses Fenster hat den Kontakt zur App auf diesem Rechner verloren.
line-lost-safe = Gesichertes ist sicher. Es wird von selbst wieder versucht.
try-again = Noch einmal versuchen
line-lost-call = Die App auf diesem Rechner hat nicht geantwortet. Nichts wurde geändert; versuche es gleich noch einmal.

## Anfang
nav-main = Hauptbereiche
nav-sessions = Treffen
nav-templates = Vorlagen
nav-settings = Einstellungen
home-title = Treffen
home-search = Suchen
home-search-label = Treffen suchen
home-new = Neues Treffen
home-today = Heute
home-live = Jetzt
home-upcoming = In Vorbereitung
home-past = Vergangen
home-started = begonnen
home-changed-at = geändert { $time }
home-empty = Noch keine Treffen. Beginne mit einer Vorlage: Quick co-creation, 60 Min.
home-empty-act = Mit einer Vorlage beginnen
home-nothing-found = Kein Treffen passt zu „{ $query }“.
home-templates = Mit einer Vorlage beginnen
home-templates-all = Alle { $count }
home-no-server = Nichts liegt auf einem Server. Ein Treffen lebt auf den Laptops derer, die dabei waren.
sessions-count = { $count } Treffen
people-count = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
  }
on-computers = { $others ->
    [one] Auf diesem Rechner und 1 weiteren
   *[other] Auf diesem Rechner und { $others } weiteren
  }
only-here = Nur auf diesem Rechner
state-draft = Entwurf
state-live = Läuft
state-closed = Beendet
closed-at = Beendet { $time }
more-about = Mehr zu { $title }
duplicate = Ablauf kopieren
keep-until = Bis zu einem Tag behalten
kept-until = Bleibt hier bis { $day }
kept-over = Sollte hier bis { $day } bleiben
decision-review = Wird wieder angesehen am
decision-review-of = Wieder ansehen: { $text }
keep-title = Wie lange soll „{ $title }“ bleiben?
keep-text = Nichts wird von selbst entfernt. Ist der Tag vorbei, steht es in der Liste der Treffen.
keep-day = Behalten bis
keep-day-hint = Ohne Tag bleibt es für immer.
close-session-here = Auf diesem Rechner schließen
plan = Plan
record = Protokoll
join = Beitreten
join-named = { $name } beitreten
nearby = In diesem Netz
nearby-words = Zwei Wörter eines Treffens in der Nähe
nearby-found = { $count } gefunden, Suche läuft
nearby-looking = Suche läuft
nearby-still = Die Suche in diesem Netz läuft noch; du kannst stattdessen einen Link einfügen.
nearby-no-names = Titel und Namen bleiben im Raum, bis du eingelassen bist.
nearby-match = Tritt nur bei, wenn die zwei Wörter zu denen der Moderation passen.

## Vorlagen und neues Treffen
templates-lead = Jede ist ein Ablauf mit Fragen, Minuten und Einstellungen. Nimm eine und ändere, was du willst.
choose-template = Vorlage wählen
template = Vorlage
template-none = Leerer Ablauf
template-empty = Leerer Ablauf
template-people = { $min } bis { $max } Personen
template-later = Enthält { $kinds }: diese Schritte lassen sich hier planen, aber diese Version zeigt sie noch nicht.
template-later-new = Einige Schritte dieser Vorlage gibt es in dieser Version noch nicht. Du kannst sie planen und auf Papier machen.
new-title = Titel
new-title-missing = Gib dem Treffen einen Titel, damit andere es finden.
new-make = Plan anlegen
purpose = Zweck
purpose-hint = Warum man sich trifft, in einem Satz.
question = Leitfrage
question-hint = Die eine offene Frage, die dieses Treffen beantwortet. Fragen im Ablauf können sie verwenden.
outcome-better = Was besser wird
outcome-hint = Eine Veränderung, die man erreichen will und die andere sehen könnten.
outcomes-better = { $count ->
    [one] Was besser wird
   *[other] Was besser wird
  }
agenda-by-minutes = Ablauf nach Minuten

## Einstellungen
settings-title = Einstellungen
settings-name = Dein Name
settings-name-hint = So sehen dich andere, wenn du beitrittst oder moderierst.
settings-language = Sprache
settings-theme = Hell oder dunkel
settings-where = Convene { $version }. Treffen liegen in { $folder }.
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel

## The lock and what is told at the start
unlock-title = Deine Treffen sind verschlossen
unlock-lead = Sie sind auf diesem Rechner verschlüsselt, und deine Passphrase öffnet sie.
unlock-passphrase = Passphrase
unlock-missing = Schreibe zuerst deine Passphrase.
unlock-act = Öffnen
unlock-wait = Wird geöffnet. Das dauert ein, zwei Sekunden.
unlock-lost = Niemand kann eine vergessene Passphrase zurückholen. Was andere von einem Treffen haben, können sie dir wieder geben.
note-plain = Deine Treffen sind auf diesem Rechner nicht verschlüsselt.
note-plain-hint = Wer die Festplatte hat, kann sie lesen. Eine Passphrase schützt sie, und eine verschlüsselte Festplatte auch.
note-pending = Deine Treffen werden verschlüsselt, wenn Convene das nächste Mal startet.
note-pending-hint = Bewahre die Passphrase gut auf: Niemand kann eine vergessene zurückholen.
note-full = Die Festplatte ist fast voll.
note-full-hint = Gesichertes ist sicher. Schaffe vor dem Treffen Platz: Neues kann nicht aufgehoben werden.
note-damaged = Dateien eines Treffens waren beschädigt.
note-read = Gelesen
note-library = Dateien dieses Datenordners waren beschädigt.
phrase-act = Passphrase festlegen
phrase-title = Eine Passphrase für deine Treffen
phrase-lead = Vom nächsten Start an fragt Convene danach. Dann ist alles in deinem Datenordner verschlüsselt.
phrase-new = Neue Passphrase
phrase-hint = Mindestens 8 Zeichen. Vier oder fünf Wörter sind gut und leicht zu merken.
phrase-again = Noch einmal dieselbe
phrase-short = Eine Passphrase hat mindestens 8 Zeichen.
phrase-differ = Die beiden sind nicht gleich.

## Beitreten
join-title = Einem Treffen beitreten
join-lead = Du brauchst kein Konto. Das Treffen bleibt auf den Laptops im Raum.
join-own = Meine eigenen Treffen
join-link = Code oder Link von der Moderation
join-link-hint = Wie 4-tulip-anchor, oder ein Link, der mit convene:// beginnt. Geht auch in Gastnetzen.
join-link-missing = Tippe zuerst den Code ein oder füge den Link ein.
join-name = Dein Name in diesem Raum
join-name-hint = Alle im Treffen sehen ihn.
join-name-missing = Schreib einen Namen, damit andere wissen, wer kommt.
join-no-laptop = Kein Laptop? Setz dich neben jemanden mit einem.
join-wait = Lass dieses Fenster offen. Nichts wird gezeigt, bevor die andere Seite sich ausgewiesen hat.
join-looking = Das Treffen wird gesucht
join-connecting = Verbindung zum Laptop der Moderation
join-waiting = Die Moderation lässt dich herein. Auf beiden Bildschirmen steht:
join-verifying = Beide Seiten werden geprüft
join-receiving-start = Das Treffen wird geholt
join-receiving = Das Treffen wird geholt: { $have } von { $of } Änderungen
join-done = Du bist dabei

## Ein Treffen
session-refused = Dieses Treffen lässt sich nicht zeigen
session-opening = Das Treffen wird geöffnet
readonly-title = Du kannst dieses Treffen lesen, nicht ändern.
gone-title = Der Laptop von { $name } hat das Netz verlassen.
gone-text = Die Uhr läuft weiter, und jede Notiz ist sicher. Wer moderiert, kann die Leitung übernehmen.
gone-text-take = Die Uhr läuft weiter, und jede Notiz ist sicher. Du kannst die Leitung übernehmen, { $me }.
gone-wait = Auf { $name } warten
take-floor = Leitung übernehmen
floor-give = Leitung übergeben
gone-text-choose = Die Uhr läuft weiter, und jede Notiz ist sicher. Niemand, der moderiert, ist hier: Wem mehr als die Hälfte der Teilnehmenden folgen würde, kann die Leitung übernehmen.
endorse-whom = Ich würde folgen
endorse-nobody = Person wählen
endorse-say = Sagen
endorse-said = Du würdest { $name } folgen.
alone-title = Du arbeitest gerade allein.
alone-text = { $waiting ->
    [0] Deine Notizen sind hier sicher und werden geteilt, sobald du wieder verbunden bist.
    [one] Deine Notizen sind hier sicher; 1 Änderung wird geteilt, sobald du wieder verbunden bist.
   *[other] Deine Notizen sind hier sicher; { $waiting } Änderungen werden geteilt, sobald du wieder verbunden bist.
  }
sync-here = Hier gesichert
sync-alone = { $waiting ->
    [0] Allein, hier gesichert
   *[other] Allein, { $waiting } zu teilen
  }
sync-waiting = Hier gesichert, { $waiting } zu teilen
sync-shared = Geteilt mit { $connected } von { $of }
people = Personen
people-n = Personen, { $count }
people-n-of = Personen, { $here } von { $of }
you = Du
you-named = { $name } (du)
here = Da
away = Weg
away-seconds = Seit { $count } s weg
away-minutes = Seit { $count } min weg
ready = Bereit
ready-yes = Du bist bereit
not-yet = Noch nicht
hand-up = Meldet sich
hand-raise = Melden
hand-down = Nicht mehr melden
has-floor = Hat die Leitung
person-make = Rolle: { $role }
person-remove = Aus dem Treffen entfernen
person-broken = Zwei Verläufe; zählt nicht
person-floods = Sendet zu viel; wird langsam gelesen
tally-ready = bereit
tally-not-yet = noch nicht
tally-hands = { $count ->
    [one] meldet sich
   *[other] melden sich
  }
nobody-here = Noch ist niemand da. Lass andere mit dem Link herein.
late = Verspätet

## Arten, Festgehaltenes, Rollen
kind-brief = Auftakt
kind-round = Runde
kind-brainstorm = Ideen sammeln
kind-cluster = Ordnen
kind-vote = Abstimmen
kind-discuss = Besprechen
kind-breakout = Kleingruppen
kind-canvas = Tafel
kind-commit = Verabreden
capture-insight = Einsicht
capture-question = Frage
capture-decision = Entscheidung
capture-action = Aufgabe
capture-parked = Parken
role-first = Erste Moderation
role-successor = Moderation
role-cofacilitator = Co-Moderation
role-elected = Moderation, gewählt
role-participant = Teilnehmend
role-observer = Beobachtend

## Plan
plan-title = Plan: { $title }
plan-empty = Der Ablauf ist leer. Füge links eine Aktivität hinzu.
plan-lacks = Was dem Plan fehlt ({ $count })
plan-too-long = Die Agenda ist { $minutes } min länger als das Treffen.
plan-no-slack = Nur { $minutes } min sind frei. Lass mehr: Etwas dauert immer länger.
plan-unserved = Keine Aktivität dient dem Ergebnis „{ $outcome }“.
plan-same-form = Ab „{ $title }“ arbeiten alle { $minutes } min in derselben Form. Wechsle sie: allein, zu zweit, zusammen.
plan-does-not-fit = Der Rest passt nicht: { $minutes } min zu lang.
plan-cuts = Kürzen ließe sich: { $list }.
plan-cut = { $title } um { $minutes } min
plan-no-commit = Nichts sagt, wer danach was tut. Füge eine Aktivität hinzu, in der ihr euch etwas vornehmt.
plan-no-hosts = In „{ $title }“ sortieren Gastgeber, und davor gibt es keine Gruppen. Plane vorher Gruppenarbeit ein oder lass alle sortieren.
plan-vote-question = „{ $title }“ hat keine Frage, über die abgestimmt wird.
plan-vote-options = Nichts vor „{ $title }“ gibt ihr etwas zur Wahl.
plan-vote-rules = Die Regeln von „{ $title }“ passen nicht zusammen. Sieh dir die Einstellungen an.
plan-few-people = Dieser Plan braucht mindestens { $people } Personen, die mitmachen.
let-in = Leute hereinlassen
to-session = Zum Treffen
charter = Auftrag
charter-edit = Auftrag bearbeiten
charter-when = Tag und Ort
charter-when-none = Nicht festgelegt
charter-purpose-none = Sag, warum man sich trifft
charter-outcome-none = Sag, was besser wird
charter-date = Tag
charter-place = Ort
outcome-add = Was noch besser wird
outcome-numbered = Was besser wird, { $number }
outcome-remove = Was besser wird, { $number }, entfernen
agenda = Ablauf
agenda-empty = Der Ablauf ist noch leer.
agenda-ends = Ende { $time }
agenda-planned = { $minutes } Min. geplant
agenda-if-now = Wenn es um { $time } beginnt. Halte Minuten frei für das, was sich nicht planen lässt.
agenda-longer = Bisher { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } länger als geplant.
agenda-shorter = Bisher { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } in Reserve.
agenda-on-time = Bisher wie geplant.
agenda-moved = { $title } steht jetzt auf { $number } von { $of }.
started-at = Begonnen { $time }
longer-by = { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } länger
shorter-by = { $minutes } { $minutes ->
    [one] Minute
   *[other] Minuten
  } kürzer
activity-add = Aktivität hinzufügen
activity-title = Titel der Aktivität
activity-remove = { $title } entfernen
activity-ran = Diese Aktivität hat begonnen; ihr Plan bleibt, wie er war.
move-up = Nach oben
move-down = Nach unten
move-keys = Alt + ↑ ↓
prompt = Frage, laut vorgelesen
prompt-hint = Etwa { $seconds } { $seconds ->
    [one] Sekunde
   *[other] Sekunden
  } zu sprechen.
prompt-hint-empty = Eine Frage, kurz genug zum Vorlesen.
prompt-none = Hier steht die Frage
steps = Ein Schritt nach dem anderen
minutes = Minuten
minutes-none = Ohne Uhr: sie endet, wenn du weitergehst.
minute-less = Eine Minute weniger
minute-more = Eine Minute mehr
minute-less-key = Eine Minute weniger (−)
minute-more-key = Eine Minute mehr (+)
less-of = Weniger: { $what }
more-of = Mehr: { $what }
set-number = Zahl festlegen
set-number-of = Zahl festlegen: { $what }
set-standard = Wie üblich
set-auto = Nach Zahl der Möglichkeiten
set-no-limit = Ohne Grenze
set-pass = Passen ist in Ordnung
set-spoken = Nur gesprochen
set-turn = Sekunden je Person
set-while = Während man schreibt
set-while-private = Nur wer schreibt, sieht es
set-while-public = Alle
set-names = Namen auf Notizen
set-names-shown = Sichtbar
set-names-hidden = Verborgen
set-names-hidden-hint = Verborgen heißt: in diesem Raum nicht gezeigt. Wer sich auskennt, könnte eine Notiz trotzdem einem Laptop zuordnen.
set-max = Notizen je Person
set-who = Wer Notizen bewegt
set-who-everyone = Alle
set-who-facilitators = Die Moderation
set-method = Art der Abstimmung
set-method-dots = Punkte
set-method-rank = Plätze
set-method-scale = Skala
set-method-consent = Konsent
set-options = Abgestimmt wird über
set-options-clusters = Gruppen
set-options-notes = Notizen
set-dots = Punkte je Person
set-stack = Punkte auf eine Möglichkeit
set-sealed = Stimmzettel bleiben zu
set-item = Minuten je Thema
set-accepts = Zuständige sagen ja
preview = Vorschau
preview-laptop = Auf jedem Laptop
preview-private = Nur auf deinem Laptop, bis { $name } alle Notizen umdreht.
preview-nothing-sent = Nichts wird gesendet, bis du Leute hereinlässt.
preview-live = Dieses Treffen läuft. Änderungen erreichen alle sofort.
later-plan = { $kind } gibt es in dieser Version noch nicht. Du kannst es hier planen und auf Papier machen.

## Einladung
invite-lead = Mit diesem Link kann man beitreten. Zeig ihn, lies ihn vor oder schick ihn.
invite-as = Sie kommen als
invite-link = Link
invite-qr = QR-Code des Links
invite-until = Gilt bis { $day }, { $time }.
invite-making = Der Link wird gemacht
invite-no-address = Dieser Rechner ist gerade in keinem Netz. Der Link geht, sobald er es ist.
invite-here = Wer dabei ist
copy-link = Link kopieren
copied = Kopiert
copy-by-hand = Markiere und kopiere es von Hand

## Warten
start-with = Beginnen: { $title }
wait-facilitator = Beginne, wenn der Kreis voll genug ist. Wer später kommt, bekommt alles.
wait-participant = Deine Notizen bleiben auf diesem Laptop, bis sie umgedreht werden. Am Ende behältst du eine ganze Kopie des Protokolls.
wait-here = { $here } von { $of } sind da
wait-you-start = Du beginnst, wenn alle da sind.
wait-starts = { $name } beginnt die erste Aktivität.

## Im Treffen
activity-of = { $session }, Aktivität { $number } von { $of }
next-named = Weiter: { $title }
next-last = Letzte Aktivität schließen
closing-now = Wird geschlossen
finish = Treffen beenden
close-activity = Diese Aktivität schließen
pause-key = Anhalten (Leertaste)
resume-key = Weiter (Leertaste)
between = Zwischen zwei Aktivitäten
between-next = Als Nächstes
between-you = Drücke Weiter, wenn alle so weit sind.
between-wait = { $name } öffnet es gleich.
between-end = Das war die letzte Aktivität.
between-end-you = Beende das Treffen, dann lest gemeinsam das Protokoll.
between-end-wait = Als Nächstes kommt das Protokoll. Du behältst eine ganze Kopie.
paused-title = Angehalten.
paused-text = Die Uhr steht; was du geschrieben hast, ist sicher.
closing-title = Wird geschlossen.
closing-text = Alles wird umgedreht und gezählt.
ready-of = { $ready } von { $of } bereit.
ready-still = Du kannst noch etwas ergänzen.
observer-foot = Du bist zum Beobachten hier. Du siehst, was geteilt ist.
readonly-foot = Du kannst lesen, nicht schreiben.
closed-foot = Diese Aktivität ist geschlossen.
closed-foot-next = Diese Aktivität ist geschlossen. { $name } öffnet die nächste.
keys-title = Tasten
keys-hint = Einzelne Buchstaben gelten nicht, während du schreibst.
key-pause = Anhalten oder weiter
key-next = Nächste Aktivität
key-more = Eine Minute mehr
key-less = Eine Minute weniger
key-move = Die Notiz bewegen, auf der du bist
key-undo = Deine letzte Handlung zurücknehmen
key-region = Nächster Teil des Bildschirms
key-help = Diese Tasten
key-add = Ergänzen und weiterschreiben
key-ready = Bereit
key-hand = Melden oder nicht mehr melden
say-activity = { $title }. { $prompt }
say-5-minutes = Noch 5 Minuten
say-2-minutes = Noch 2 Minuten. Schreib deinen Satz zu Ende.
say-1-minute = Noch 1 Minute
say-10-seconds = Noch 10 Sekunden
say-time-over = Die Zeit ist um. Du kannst deinen Satz zu Ende schreiben.
say-notes = { $count ->
    [one] 1 neue Notiz in { $title }
   *[other] { $count } neue Notizen in { $title }
  }

## Aktivitäten
brief-ends = Wir enden um
break-back = Zurück um { $time }
later-title = { $kind } gibt es in dieser Version noch nicht
later-text = Lies die Frage vor und macht diesen Schritt auf Papier oder in kleinen Gruppen. Was dabei herauskommt, kann in die nächste Aktivität.
round-label = Deine Antwort
round-placeholder = Sag es in einem Satz
round-give = Antwort geben
round-pass = Passen
round-pass-hint = Auch Passen ist ein Beitrag.
round-given = Deine Antwort ist da.
round-passed = Du hast gepasst.
round-pass-said = Gepasst
round-spoken = Diese Runde wird gesprochen. Nichts wird geschrieben; schau zu denen, die reden.
round-heard = { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
  }
round-to-come = { $count } stehen aus
round-quiet = Noch nicht gehört: { $names }
add-idea = Idee dazu
add-idea-placeholder = Eine Idee
idea-full = Das sind alle { $most } Notizen. Nimm eine zurück, um eine andere zu schreiben.
revealed = { $count ->
    [one] 1 Notiz, umgedreht
   *[other] { $count } Notizen, umgedreht
  }
face-down = { $count ->
    [one] 1 Notiz, verdeckt
   *[other] { $count } Notizen, verdeckt
  }
face-down-writers = { $writers ->
    [one] 1 weitere Person hat geschrieben.
   *[other] { $writers } weitere Personen haben geschrieben.
  }
face-down-honest = Die Worte sind noch auf den Laptops derer, die sie schrieben; nur diese Zahl ist gereist. Weiter dreht alle Notizen auf einmal um.
my-notes = Meine Notizen, { $count }
my-notes-of = Meine Notizen, { $count } von { $most }
my-notes-none = Noch nichts. Eine Idee je Notiz; kurz genügt.
in-the-room = { $count } im Raum
others-notes = Notizen der anderen, { $count }
only-here-short = Nur hier
on-the-board = Auf der Tafel
note-edit = Notiz ändern
note-edit-named = „{ $text }“ ändern
note-remove-named = „{ $text }“ zurücknehmen
board = Tafel
cluster-preview = Notizen zu Gruppen ordnen
cluster-empty = Es gibt keine Notizen zu ordnen. Plane vorher eine Ideensammlung.
cluster-watch = Die Moderation bewegt die Notizen. Sag laut, wohin eine gehört.
cluster-new = Name einer neuen Gruppe
cluster-new-placeholder = Was sagen einige davon gemeinsam?
cluster-add = Gruppe dazu
cluster-add-move = Anlegen und bewegen
cluster-name = Name der Gruppe
cluster-unnamed = Noch ohne Namen
cluster-remove = { $name } entfernen
cluster-label = { $name }, { $count ->
    [one] 1 Notiz
   *[other] { $count } Notizen
  }
cluster-void = Notizen hierher
loose = Lose
sticky-note = Notizzettel
note-label = { $text }. In { $cluster }
note-unplaced = { $text }. Noch nicht eingeordnet
move-to = Bewegen nach
move-to-named = „{ $text }“ bewegen
moved-to = Bewegt nach { $cluster }
vote-preview = Möglichkeiten mit Punkten
vote-rules = { $dots ->
    [one] Ein Punkt
   *[other] { $dots } Punkte
  }, höchstens { $most } auf eine Möglichkeit. Alle sehen die Liste in anderer Reihenfolge.
vote-rules-rank = { $places ->
    [one] Wähle den ersten Platz.
   *[other] Vergib { $places } Plätze, je einer Möglichkeit.
  } Alle sehen die Liste in anderer Reihenfolge.
vote-rules-scale = Wähle für jede eines. Alle sehen die Liste in anderer Reihenfolge.
vote-sealed = Versiegelt bis zum Ende der Abstimmung, auch für { $name }.
vote-turnout = { $in } von { $of } Stimmzetteln sind da.
vote-left = { $left } von { $of } Punkten übrig
vote-answered = { $answered } von { $of } beantwortet
vote-hand-in = Stimmzettel abgeben
vote-hand-in-again = Neu abgeben
vote-hand-in-blank = Leeren Stimmzettel abgeben
vote-handed = Abgegeben
vote-empty = Es gibt nichts abzustimmen. Schließe diese Aktivität und ordne erst Notizen.
vote-counting = Die Stimmzettel werden geöffnet.
vote-no-result = Diese Abstimmung wurde ohne Ergebnis geschlossen.
consent-yes = Ich trage es mit
consent-concern = Mit einem Bedenken
consent-aside = Ich stehe beiseite
consent-object = Ich habe einen Einwand
thumb-down = Nach unten
thumb-side = Zur Seite
thumb-up = Nach oben
count-vote = Schließen und auszählen
vote-dots-for = Punkte für { $text }: { $count }
vote-less = Ein Punkt weniger für { $text }
vote-more = Ein Punkt mehr für { $text }
vote-placed = { $count } auf { $text }. { $left } übrig.
result = Ergebnis
result-mine = { $count ->
    [one] 1 Punkt von dir
   *[other] { $count } Punkte von dir
  }
result-voters = { $count ->
    [one] 1 Stimme
   *[other] { $count } Stimmen
  }
result-turnout = { $in } von { $of } haben abgestimmt, { $dots ->
    [one] 1 Punkt
   *[other] { $dots } Punkte
  }.
result-turnout-mean = { $in } von { $of } haben abgestimmt. Die Zahl ist der Durchschnitt; die höchste Stufe ist „{ $top }“.
result-none = –
result-tie = Einige Möglichkeiten teilen sich einen Platz.
result-unopened = { $count ->
    [one] Ein Stimmzettel wurde nicht geöffnet, weil sein Laptop weg war. Er zählt nicht.
   *[other] { $count } Stimmzettel wurden nicht geöffnet, weil ihre Laptops weg waren. Sie zählen nicht.
  }
result-abstained = { $count ->
    [one] Ein Stimmzettel war leer.
   *[other] { $count } Stimmzettel waren leer.
  }
result-tracker = Deine Zeile { $tracker } steht so in der Liste, wie du sie abgegeben hast.
result-tracker-missing = Deine Zeile { $tracker } fehlt in der Liste. Sag es der Moderation.
discuss-items = Worüber wir sprechen
discuss-now = Jetzt
discuss-this = Darüber sprechen
discuss-this-named = Darüber sprechen: { $text }
dots-count = { $count ->
    [one] 1 Punkt
   *[other] { $count } Punkte
  }
capture-type = Es ist
capture-placeholder = Was wurde gesagt, das bleiben soll?
capture-add = Festhalten
captured = Festgehalten, { $count }
captured-none = Noch nichts festgehalten. Eine Person schreibt, alle sehen es.
capture-remove = „{ $text }“ zurücknehmen
reword = Umformulieren: { $text }
group-name = Name der Gruppe
group-host-choose = Wer die Gruppe übernimmt
group-host-none = Niemand
parked = Geparkt
parked-none = Nichts geparkt. Was geparkt ist, muss vor dem Ende geklärt werden.
parked-add = Etwas für später parken
parked-settle = Geklärt
parked-settle-named = Geklärt: { $text }
parked-fate = Im Treffen geklärt
action-what = Was wird getan?
action-who = Wer
action-who-for = Wer macht: { $what }
action-nobody = Noch niemand
action-due = Bis wann
action-due-for = Bis wann: { $what }
action-no-date = Kein Datum
action-add = Aufgabe dazu
action-promise = Eine Aufgabe zählt, wenn die zuständige Person ja gesagt hat.
action-remove = Aufgabe entfernen: { $what }
actions-count = { $count ->
    [one] 1 Aufgabe
   *[other] { $count } Aufgaben
  }
actions-gaps = { $count ->
    [one] 1 ohne Zuständige oder Datum
   *[other] { $count } ohne Zuständige oder Datum
  }
actions-none = Noch keine Aufgaben. Schreib die erste; klein ist gut.
first-step = Erster Schritt: { $text }
not-asked = Hat noch nicht ja gesagt
said-yes = Hat ja gesagt
said-yes-aloud = Hat laut ja gesagt
i-say-yes = Ja, mache ich
said-aloud = Hat laut ja gesagt
said-aloud-named = Hat laut ja gesagt: { $what }

## Protokoll
record-title = Protokoll: { $title }
outline = Gliederung
copy-markdown = Markdown kopieren
save-record = Protokoll sichern
record-saved = Gesichert in { $path }
record-again = Neu lesen
record-options = Was hineinkommt
reopen = Wieder öffnen
follow-up = Folgetreffen planen
profile = Namen
profile-names = Ganz
profile-initials = Kürzel
profile-none = Keine
profile-hint = Für Aufgaben und Personen. Wer schon gegangen ist, behält, was er gesehen hat.
before-save = Bevor du abschließt
gap-both = A{ $number } hat niemanden und kein Datum.
gap-owner = A{ $number } hat niemanden.
gap-date = A{ $number } hat kein Datum.
gap-do = Gib sie jemandem, der ja sagt, oder parke sie.
length = Länge
length-full = Alles
length-short = Eine Seite
length-hint = Eine Seite: Zweck, Beschlüsse, Aufgaben und offene Fragen.
message-title = Für Messenger
message-hint = Beschlüsse und Aufgaben als einfacher Text, höchstens 1.000 Zeichen.
copy-message = Text kopieren
print = Drucken
print-title = Auf Papier
print-what = Blatt
print-report = Dieses Protokoll
print-poster = Plakat, A3
print-agenda = Ablauf
print-charter = Vereinbarung zum Unterschreiben
print-cards = Aufgabenkarten
print-ballots = Stimmzettel
print-stickies = Nummerierte Zettel
print-sheets = Blätter
print-sheets-less = Ein Blatt weniger
print-sheets-more = Ein Blatt mehr
print-joins = Trägt einen Code, der 12 Stunden lang hereinlässt.
paper-size = Papier
paper-a4 = A4
paper-letter = Letter
paper-purpose = Zweck
paper-outcomes = Was wir wollten
paper-decisions = Beschlossen
paper-actions = Zu tun
paper-none-decided = Es wurde nichts beschlossen.
paper-none-agreed = Es wurde keine Aufgabe vereinbart.
paper-no-votes = Es ist keine Abstimmung geplant.
paper-more = und { $count } weitere im Protokoll
paper-somebody = jemand
paper-nobody = noch niemand
paper-no-date = ohne Termin
paper-due = bis { $day }
paper-first-step = Erster Schritt: { $step }
paper-fingerprint = Dasselbe Protokoll auf jedem Laptop: { $words }
paper-at = Um
paper-what = Was
paper-minutes = Min
paper-end = Ende
paper-charter = Was wir vereinbart haben
paper-values = Werte
paper-rule = Wie wir entscheiden
paper-use = Was aus den Ergebnissen wird
paper-ratified = Die Gruppe hat Fassung { $version } zugestimmt.
paper-done-when = Fertig, wenn: { $sign }
paper-place = Ort: { $place }
paper-partner = Mit: { $partner }
paper-first = Nach der Abstimmung zuerst
paper-signed = Unterschriften
paper-slip = Was daraus wurde
paper-done = erledigt
paper-on-the-way = unterwegs
paper-stuck = stockt
paper-dropped = fallen gelassen
paper-sign = Woran man es sieht, und was helfen würde:
paper-stickies-how = Ein Gedanke je Zettel, in Großbuchstaben. Die Nummer führt zu deiner Notiz zurück.
set-aside = Beiseitegelegt, { $count }
set-aside-hint = Aufgehoben, aber nicht gezählt.
fingerprint = Dasselbe Protokoll auf jedem Laptop
fingerprint-hint = Lest diese Wörter laut vor; alle sollten dieselben sehen.
link-outside = Kopiere diesen Link, um ihn im Browser zu öffnen

## The wall
wall = Wand
wall-open = Die Wand für alle in einem eigenen Fenster zeigen
wall-here = Die Wand in diesem Fenster zeigen
wall-keys = F: Vollbild. Pfeile: blättern.
wall-keys-owner = F: Vollbild. Esc: zurück.
wall-join = Scannen und dazukommen
wall-still-joining = Noch nicht dabei?
wall-page = { $page } von { $of }
wall-next = Danach: { $title }
wall-dots = { $dots ->
    [one] Ein Punkt
   *[other] { $dots } Punkte
  } pro Person, höchstens { $most } auf eine Option.
wall-private = Nur auf dem eigenen Laptop, bis alle Zettel umgedreht werden.
wall-ballots = { $in } von { $of }
wall-sealed = Stimmzetteln sind da. Sie bleiben bis zum Schluss zu.
wall-notes = { $count ->
    [one] 1 Zettel
   *[other] { $count } Zettel
  }
wall-no-notes = Noch keine Zettel.
wall-voted = { $in } von { $of } haben abgestimmt.
wall-end = Danke. Das nehmen wir mit.
wall-end-copy = Das ganze Protokoll liegt auf jedem Laptop, der hier war.

## Groups and canvases
axis-more = mehr { $axis }
axis-less = weniger { $axis }
axis-both = { $one }, { $other }
axis-top = oben
axis-bottom = unten
axis-left = links
axis-right = rechts
asks = Was gefragt ist
ask-quiet = Stille Arbeit: niemand spricht.
ask-boxes = { $count } Felder, in jedem eine Idee.
ask-box = Feld { $box } von { $count }
ask-least = Ideen von allen, mindestens: { $count }. Du hast { $mine }.
ask-stars = Deine Lieblinge mit Stern: { $count }. Schon mit Stern: { $mine }.
ask-about-notes = Jede Notiz hängt an einer anderen: wähle, an welcher.
ask-about-arrows = Jede Notiz hängt an einem Pfeil: wähle, an welchem.
ask-media = Notizen enthalten: { $list }.
about-pick = Worum es geht
about-whole = Um das Ganze
about-of = Zu: { $text }
ask-hosts = Es sortieren die Gastgeber der Gruppen: { $names }.
ask-hosts-none = Davor gab es keine Gruppen, also sortiert die Moderation.
ask-tell = Sag laut, wohin eine Notiz gehört.
ask-step = Schritt { $step } von { $of }, bis { $time }.
ask-held = Notizen, die in späteren Schritten kommen: { $count }.
ask-pairs = Sucht zuerst Paare: zwei Notizen, die zusammengehören, nicht mehr.
ask-merge = Wählt Notizen, die dasselbe sagen, und macht eine daraus. Wer sie schrieb, bleibt genannt.
ask-largest = Die größte Gruppe kommt zuerst.
ask-most = Gruppen höchstens: { $count }. Es sind { $have }.
ask-names = Gebt jeder Gruppe einen Namen aus { $least } bis { $most } Wörtern. Die Notizen bleiben, wo sie sind.
ask-name-words = Ein Name hat { $least } bis { $most } Wörter.
ask-names-off = Noch nicht { $least } bis { $most } Wörter: { $list }
ask-next-step = Nächster Schritt
ask-circle = In deinem Kreis: { $names }.
ask-word = Ein Wort.
ask-symbol = Ein Zeichen, zum Beispiel ein Emoji.
ask-volunteers = Wer möchte, beginnt.
ask-until-empty = Immer weiter herum, bis niemand mehr etwas hat.
ask-turn = Je etwa { $seconds } Sekunden; niemand wird unterbrochen.
ask-decides = Diese Abstimmung entscheidet.
ask-passes = Du liest { $count } davon; andere lesen die übrigen.
ask-own-barred = Nicht für das, was du selbst geschrieben hast.
ask-threshold = Wer unter { $least } ist, wird gefragt, was fehlt.
ask-quorum = Gilt ab { $count } Stimmzetteln.
ask-ready = Drück „Bereit“, wenn du es gelesen hast: { $ready } von { $of } haben es getan.
ask-review = Zu jeder Aufgabe: Wie steht es um sie?
ask-required = Jede Aufgabe sagt: { $list }.
ask-actions-most = Aufgaben höchstens: { $count }. Es sind { $have }.
ask-speak-open = Sprich, wann du möchtest.
ask-speak-queue = Heb die Hand, wenn du sprechen möchtest.
ask-speak-round = Das Wort geht reihum, eins nach dem anderen.
proposal = Der Vorschlag
proposal-write = Den Vorschlag in Worte fassen
proposal-hint = In „{ $title }“ geht es um diese Worte.
objection-changed = Was dafür geändert wurde
objection-changed-named = Was geändert wurde für: { $text }
reason-objection = Welchen Schaden siehst du für unseren Zweck?
reason-concern = Was macht dir Sorgen?
reason-below = Was fehlt?
verdict-decided = Entschieden.
verdict-objections = Es gibt Einwände: sprecht darüber, ändert den Vorschlag und stimmt noch einmal ab.
verdict-below = Unter der Linie: { $count }. Fragt, was fehlt.
verdict-quorum = Weniger als { $quorum } Stimmzettel: es gilt nicht.
verdict-said = Was gesagt wurde
result-spread = { $spread } auseinander
action-more = Einzelheiten
action-more-named = Einzelheiten: { $what }
action-missing = Fehlt noch: { $list }
action-state-of = Wie es steht: { $what }
action-state-none = Noch nicht gesagt
brief-open = Noch offen vom letzten Mal
matches = Angebote treffen Bitten
match-hint = Passen ein Angebot und eine Bitte zusammen? Wenn beide, die sie schrieben, ja sagen, wird daraus eine Aufgabe von beiden.
match-none = Noch passt nichts zusammen.
match-choose = { $zone }: welche Notiz?
match-suggest = Die passen zusammen
match-said = Ja gesagt: { $names }.
match-wait = Noch gefragt: { $names }.
match-back = Mein Ja zurücknehmen
match-yes-named = Ja, ich mache es: { $offer }, { $need }
match-action = Wurde Aufgabe { $number }.
command-merge = Eine daraus machen
merge-words = In diesen Worten
merge-how = Wer sie schrieb, bleibt genannt. Es lässt sich zurücknehmen.
merge-do = Eine Notiz daraus machen
board-merged = Aus { $count } Notizen wurde eine
zone-slot = { $zone }, Zeit { $slot }
zone-row = { $zone }, Zeile { $slot }
plane-free = Freie Fläche
zone-loose = Noch nicht eingeordnet
zone-shut = Dieser Teil öffnet später.
zone-add = Zu { $zone } hinzufügen
zone-next = Nächsten Teil öffnen: { $zone }
note-star = Favorit: „{ $text }“
group-round = Runde { $round } von { $of }
group-round-ends = Bis ungefähr { $time }.
group-next-round = Nächste Runde
group-by-clock = Die Moderation ist nicht erreichbar. Die Uhr schaltet die Runden weiter.
group-none = Du sitzt gerade in keiner Gruppe. Wähle unten eine, oder frag die Moderation.
group-topic = Ein Thema, das du übernehmen würdest
group-begin = Gruppe beginnen
group-mine = Meine Gruppe
group-number = Gruppe { $number }
group-host = Übernimmt: { $name }
group-write = Was sagt eure Gruppe?
group-back = Allen mitbringen
group-back-done = Allen mitgebracht
group-back-count = { $count } von { $most } zum Mitbringen markiert.
group-report-none = Noch nichts geschrieben
group-all = { $count ->
    [one] 1 Gruppe
   *[other] { $count } Gruppen
  }
group-join = Dazu
group-join-named = Zu Gruppe { $number }
group-move = { $name } in eine andere Gruppe setzen

board-tools = Werkzeuge des Boards
board-outline = Gliederung
sent-here = Bisher nur auf diesem Computer
sent-some = Jemand anderes hat die Notiz
sent-all = Alle, die da sind, haben die Notiz
board-cluster-move = Gruppe { $name } verschieben
board-cluster-moved = { $name } verschoben
board-cluster-back = Zurück in die Reihe
board-way-left = Nach links
board-way-right = Nach rechts
board-way-up = Nach oben
board-way-down = Nach unten
board-follow = Jemandem zusehen
board-following = Du siehst, was { $name } sieht
board-follow-stop = { $name } nicht mehr folgen
canvas-view = Ansicht
canvas-view-list = Bereiche
canvas-view-board = Tafel
board-by = von { $name }
board-comments = { $count ->
    [one] 1 Kommentar
   *[other] { $count } Kommentare
  }
board-marks = { $count ->
    [one] 1 Merkzeichen
   *[other] { $count } Merkzeichen
  }
board-hearts = { $count ->
    [one] 1 Herz
   *[other] { $count } Herzen
  }
board-locked = gesperrt
board-lock-own = Dieses Board ist für Teilnehmende gesperrt. Du kannst es weiter ändern.
board-lock-told = Die Moderation hat dieses Board gesperrt. Lesen und kommentieren geht weiter.
board-locked-said = Für Teilnehmende gesperrt
board-unlocked-said = Wieder offen
frame-lock = „{ $name }“ für Teilnehmende sperren
frame-unlock = „{ $name }“ für Teilnehmende öffnen
zone-locked = Von der Moderation gesperrt: Hier kannst du lesen.
board-moved = { $count ->
    [one] Nach { $cluster } verschoben
   *[other] { $count } Notizen nach { $cluster } verschoben
  }
board-nudged = Ein wenig verschoben
board-aligned = In einer Linie
board-loosened = { $count ->
    [one] Jetzt lose: Die Notiz hat ihre Gruppe verlassen
   *[other] Jetzt lose: { $count } Notizen haben ihre Gruppen verlassen
  }
board-not-yours = Nur wer sie schrieb oder die Moderation kann eine Notiz wegnehmen.
board-removed = { $count ->
    [one] Notiz weggenommen
   *[other] { $count } Notizen weggenommen
  }. { $key } holt zurück.
board-cluster-made = Gruppe angelegt: { $cluster }
board-cluster-named = Gruppe: { $cluster }
board-pasted = { $count ->
    [one] 1 Notiz hinzugefügt
   *[other] { $count } Notizen hinzugefügt
  }
board-duplicated = { $count ->
    [one] 1 Notiz verdoppelt
   *[other] { $count } Notizen verdoppelt
  }
board-duplicated-not = { $count ->
    [one] Ein Bild wird nicht verdoppelt. Füge es noch einmal hinzu.
   *[other] { $count } Bilder werden nicht verdoppelt. Füge sie noch einmal hinzu.
  }
board-marked = Markiert
mark-note = Als „{ $mark }“ markieren: { $text }
mark-named = { $count ->
    [1] markiert: { $mark }
   *[other] markiert: { $mark }, { $count }-mal
  }
board-unmarked = Markierung entfernt
board-connected = Pfeil gezogen
board-chosen = { $count ->
    [one] 1 Notiz ausgewählt
   *[other] { $count } Notizen ausgewählt
  }
board-is-chosen = ausgewählt
board-gathered = { $name } zeigt dir diese Stelle
board-gathering = Alle sehen jetzt hierher
board-naming = benennt
board-new-words = Neue Notiz
board-words = Text der Notiz
board-text-kept = Was du geschrieben hast, ist noch nicht gesendet.
board-text-kept-how = Es wird hier aufgehoben und geht hinaus, sobald die Verbindung wieder da ist.
board-text-again = Deine Worte, die noch nicht gesendet waren, stehen wieder in dieser Notiz.
board-text-again-how = Schau, ob sie noch passen.
board-text-gone = Die Notiz, die du geöffnet hattest, wurde entfernt.
board-text-gone-how = Du hattest nichts daran geändert.
board-text-rescued = Die Notiz, in der du schriebst, wurde entfernt.
board-text-rescued-how = Deine Worte sind als neue Notiz aufgehoben.
board-find = Notizen finden
board-found = { $count } gefunden
board-menu-of = Was tun mit „{ $text }“
board-ask-title = Viele Notizen von anderen
board-ask-move = { $count } dieser Notizen haben andere geschrieben. Alle verschieben?
board-ask-remove = { $count } dieser Notizen haben andere geschrieben. Alle wegnehmen?
board-ask-yes-move = Alle verschieben
board-ask-yes-remove = Alle wegnehmen
board-paste-how = Eine Notiz je Zeile. Aus einer Tabelle wird je Zeile eine Notiz.
board-paste-label = Zeilen oder Tabelle
board-paste-first = Die ersten Notizen
board-paste-left = { $count ->
    [one] 1 Notiz ist mehr, als mit einem Mal geht ({ $most }). Sie bleibt im Feld.
   *[other] { $count } Notizen sind mehr, als mit einem Mal gehen ({ $most }). Sie bleiben im Feld.
  }
board-paste-add = { $count ->
    [one] 1 Notiz hinzufügen
   *[other] { $count } Notizen hinzufügen
  }
board-arrow-words = Was der Pfeil sagt
board-arrow-sign = Vorzeichen des Pfeils
board-arrow-remove = Pfeil entfernen
board-arrow-point = Auf dem Board zeigen
board-arrow-to = Pfeil zu welcher Notiz?
board-sign-none = Kein Vorzeichen
board-sign-more = Mehr davon (+)
board-sign-less = Weniger davon (−)
board-comments-title = Kommentare
board-comments-none = Noch nichts gesagt.
board-comment-write = Kommentar schreiben
board-comment-add = Kommentar hinzufügen
board-comment-remove = Kommentar entfernen
find-color = Farbe
find-any-color = Jede Farbe
find-writer = Wer es schrieb
find-anybody = Alle Leute
find-mark = Merkzeichen
find-any-mark = Mit und ohne Merkzeichen
find-kept = Zum Behalten markiert
find-heart = Mit einem Herz
find-comment = Kommentare
find-any-comment = Mit und ohne Kommentar
find-commented = Mit Kommentar
find-place = { $place } von { $count }
board-several = Mehrere auswählen
board-choose = „{ $text }“ auswählen
board-arrows = { $count ->
    [one] 1 Pfeil
   *[other] { $count } Pfeile
  }
board-arrow-out = Pfeil zu { $text }
board-arrow-in = Pfeil von { $text }
board-arrow-between = Pfeil von { $from } zu { $to }
board-arrow-edit = Worte und Vorzeichen des Pfeils
board-palette-label = Eintippen, was du tun willst
board-palette-none = Kein Befehl heißt so.
board-color = Farbe: { $color }
color-yellow = Gelb
color-orange = Orange
color-red = Rot
color-purple = Violett
color-blue = Blau
color-cyan = Türkis
color-green = Grün
color-grey = Grau
board-rewind-label = Zeitpunkt der Sitzung
board-rewind-same = Zu diesem Zeitpunkt waren die Notizen wie jetzt.
board-bring = { $count ->
    [one] 1 Notiz zurückholen
   *[other] { $count } Notizen zurückholen
  }
board-bring-all = Alle abweichenden wählen
board-brought = { $count ->
    [one] 1 Notiz ist zurück
   *[other] { $count } Notizen sind zurück
  }. Rückgängig nimmt das zurück.
board-then-gone = seitdem weg
board-then-changed = seitdem geändert
board-then-picture = { $count ->
    [one] Die Tafel, wie sie war, mit 1 Notiz. Pfeiltasten verschieben sie, + und - zoomen; die Liste sagt, was darauf war.
   *[other] Die Tafel, wie sie war, mit { $count } Notizen. Pfeiltasten verschieben sie, + und - zoomen; die Liste sagt, was darauf war.
  }
past-between = Zwischen Aktivitäten
past-nameless = Jemand, der nicht mehr da ist
past-previous = Vorheriger Zeitpunkt
past-previous-of = Vorheriger Zeitpunkt von { $name }
past-next = Nächster Zeitpunkt
past-next-of = Nächster Zeitpunkt von { $name }
past-person = Zu wessen Zeitpunkten die Pfeile gehen
past-everybody = Alle
past-chosen = kommt zurück
past-differs = Jetzt anders ({ $count })
past-same = Jetzt gleich ({ $count })
past-now = jetzt: { $text }
past-more = Mehr zeigen (noch { $count })
board-aside = { $count ->
    [one] 1 Beitrag kam zu spät
   *[other] { $count } Beiträge kamen zu spät
  }
board-aside-take = Zählen lassen
command-new-note = Neue Notiz
command-edit = Darin schreiben
command-move-to = Verschieben nach …
command-new-cluster = Neue Gruppe
command-connect = Pfeil
command-comment = Kommentar
command-keep = Als „behalten“ markieren
command-mark = Als „{ $mark }“ markieren
command-heart = Herz
command-duplicate = Verdoppeln
command-remove = Wegnehmen
command-paste = Liste als Notizen einfügen
command-align-left = Links ausrichten
command-align-top = Oben ausrichten
command-align-row = In eine Reihe legen
command-align-column = In eine Spalte legen
command-tidy = Aufräumen
command-select-all = Alle auswählen
command-clear = Nichts auswählen
command-find = Finden
command-zoom-in = Näher
command-zoom-out = Weiter weg
command-zoom-fit = Ganzes Board
command-zoom-full = Originalgröße
command-outline = Gliederung oder Board
command-gather = Alle hierher holen
command-lock = Für Teilnehmende sperren oder öffnen
command-unlock = Für Teilnehmende öffnen
command-lock-board = Board sperren oder öffnen
command-rewind = In die Vergangenheit sehen
command-undo = Zurücknehmen
command-redo = Wiederholen
command-palette = Befehle

## People without a laptop
guests-title = Menschen ohne Laptop
guests-page = Eine Seite für Telefone
guests-lead = Wer den Code scannt, schreibt, stimmt ab und hebt die Hand am Telefon. Dieser Laptop unterschreibt für sie und bewahrt, was sie sagen.
guests-honest = Diese Seite ist nicht verschlüsselt: Andere in diesem WLAN könnten mitlesen. Sie zeigt nur dieses Treffen und hält keine Schlüssel.
guests-where = In welchem Netz
guests-try = Nur dieser Computer, zum Ausprobieren
guests-open = Seite öffnen
guests-close = Seite schließen
guests-open-now = { $count ->
    [0] Offen. Noch sitzt niemand.
    [one] Offen. 1 Gast sitzt.
   *[other] Offen. { $count } Gäste sitzen.
  }
guests-qr = QR-Code der Seite für Telefone
guests-address = Adresse für Telefone
guests-revoke = Zurücknehmen
guests-revoke-named = Den Platz von { $name } zurücknehmen
seats-here = Plätze an diesem Laptop
seats-lead = Für Menschen, die bei dir sitzen: Die Zifferntasten wechseln, wer schreibt.
seat-phone = Am Telefon
seat-without = Ohne Laptop
seat-name = Name der Person
seat-edit = Platz von { $name } ändern
seat-keeper = Wer einträgt, was die Person sagt
seat-add = Platz anlegen
seat-switch = Wer schreibt
guest-title = An diesem Telefon mitmachen
guest-enter = Platz nehmen
guest-notice = Diese Seite ist nicht verschlüsselt. Andere in diesem WLAN könnten lesen, was du schreibst.
guest-signs = Der Laptop, der diese Seite geöffnet hat, trägt für dich ein, was du sagst, unter deinem Namen. Sein Bildschirm zeigt weder deine privaten Notizen noch deinen Stimmzettel; wer sich technisch auskennt, könnte sie an diesem Laptop aber lesen.
guest-lost = Keine Verbindung zum Laptop im Raum.
guest-lost-text = Es wird von selbst wieder versucht. Bleibt es so, wurde die Seite geschlossen oder dein Platz zurückgenommen.
guest-look = Schau auf die Wand und mach laut mit.
guest-said = Was du gesagt hast
guest-zone = Wohin es gehört

## Who sees what
sees-cluster = Alle sehen jedes Verschieben, sobald es geschieht.
sees-discuss = Alle sehen, was festgehalten wird und wer es geschrieben hat.
sees-commit = Alle sehen jede Aufgabe, wem sie gehört und ob die Person ja gesagt hat.
sees-brief = Alle sehen dieselbe Seite und wer Bereit gedrückt hat.
sees-written = Alle sehen, was hier geschrieben wird und wer es geschrieben hat.
sees-notes-yours = Nur auf diesem Laptop, bis du alle Notizen umdrehst.
sees-notes-until = Nur auf diesem Laptop, bis { $name } alle Notizen umdreht.
sees-notes-until-any = Nur auf diesem Laptop, bis die Moderation alle Notizen umdreht.
sees-notes-then-named = Danach sehen alle jede Notiz mit dem Namen der Person.
sees-notes-names = Namen sind auf dem Board verborgen. Nicht anonym: Die Datei des Treffens hält fest, wer welche Notiz schrieb.
sees-notes-batched = Anonym gegenüber der Gruppe. Der Computer der Moderation kann erkennen, wer was schrieb.
sees-notes-group-one = 1 Person kann hier schreiben.
sees-notes-group = { $count } Personen können hier schreiben.
sees-notes-turned = Alle sehen die Notizen, die umgedreht wurden.
sees-notes-turned-name = Alle sehen die Notizen, die umgedreht wurden, jede mit dem Namen der Person.
sees-notes-now = Alle sehen eine Notiz, sobald sie da ist.
sees-notes-now-name = Alle sehen eine Notiz, sobald sie da ist, mit dem Namen der Person.
sees-notes-own-group = Bis zum Ende zeigen die Bildschirme nur die Notizen der eigenen Gruppe. Die Sitzungsdatei enthält von Anfang an alle.
sees-votes-open = Die Stimmen sind für alle sichtbar.
sees-votes-secret = Geheim gegenüber der Gruppe. Der Computer der Moderation kann jede Stimme sehen. Prüfe deine Kennung in der Ergebnisliste.
sees-votes-sealed = Die Stimmzettel sind offen: Wer die Datei des Treffens hat, kann sehen, wer wofür gestimmt hat.
sees-votes-until = Verborgen, bis alle abgestimmt haben. Danach kann jede Person sehen, wer wofür gestimmt hat.
sees-votes-until-for = Versiegelt, bis die Abstimmung schließt, auch für { $name }.
sees-votes-until-all = Versiegelt, bis die Abstimmung schließt, auch für die Moderation.
sees-votes-one = Nur 1 Person kann hier abstimmen: Eine Summe kann nicht verbergen, wer was gewählt hat.
sees-votes-few = Nur { $count } Personen können hier abstimmen: zu wenige, als dass Summen verbergen, wer was gewählt hat.
sees-round-spoken = Hier wird nichts aufgeschrieben. Alle sehen, wer gepasst hat oder dran war.
sees-round-named = Alle sehen deine Antwort mit deinem Namen, sobald du sie gibst.
sees-notes-guest = Auf dem Laptop, der für dich unterschreibt, bis alle Notizen umgedreht werden. Sein Bildschirm zeigt sie nicht.

## The door
door-code = Code zum Vorlesen
door-code-lead = Wer in diesem Netz ist, tippt ihn beim Beitreten ein. Nach zehn falschen Versuchen ist es ein anderer.
door-code-far = Von weit weg: derselbe Code, und diese Adresse des Relays: { $address }
door-code-open = Code öffnen
door-code-new = Anderer Code
door-code-close = Code schließen
door-code-none = Kein Code ist offen.
door-ask = Mich fragen, bevor jemand hereinkommt
door-waiting = { $count ->
    [one] 1 Person wartet an der Tür
   *[other] { $count } Personen warten an der Tür
  }
door-words = Auf ihrem Bildschirm steht: { $words }
door-compare = Nur hereinlassen, wenn die zwei Wörter stimmen. Sonst abweisen und nachfragen.
door-let-in = Hereinlassen
door-let-in-named = Hereinlassen: { $name }
door-let-all = Alle hereinlassen
door-away = Abweisen
door-away-named = Abweisen: { $name }
door-nameless = Ohne Namen
door-invites = Noch offene Einladungen
door-invite-line = { $role }, bis { $day } { $time }, { $used ->
    [one] einmal
   *[other] { $used } Mal
  } benutzt
door-invite-code = Per Code
door-invite-link = Per Link
door-invite-asks = fragt zuerst
door-revoke = Zurücknehmen
door-revoke-all = Einladung zurücknehmen: { $what }
door-address = Adresse dieses Laptops
remove-title = { $name } entfernen?
remove-text = Ab jetzt kommt nichts mehr auf den Laptop dieser Person. Was sie schon hat, behält sie. Was sie schrieb, bleibt. Links und Codes von vorher fragen dich, bevor sie jemanden einlassen.
remove-yes = Entfernen

## Five ways to join
join-ways = Anders hereinkommen
join-address = Adresse, wenn der Code nicht gefunden wird
join-address-hint = Wie sie auf dem Bildschirm der Moderation steht: 192.168.1.20:40123. Hilft, wo die Liste leer bleibt.
join-file = Pfad einer .convene-Datei
join-file-hint = Zum Beispiel von einem USB-Stick. Sie wird geprüft wie alles, was über das Netz kommt.
join-file-missing = Sag zuerst, wo die Datei liegt.
join-file-choose = Datei wählen
join-file-take = Einlesen
join-file-new = { $title } ist jetzt auf diesem Laptop: { $count ->
    [one] 1 Änderung
   *[other] { $count } Änderungen
  }.
join-file-merged = { $title } war schon hier. { $count ->
    [0] Nichts in der Datei war neu.
    [one] 1 Änderung war neu.
   *[other] { $count } Änderungen waren neu.
  }
join-file-look = Du kannst es lesen, aber nicht hineinschreiben, bis dich die Moderation hereinlässt.
join-use-code = Mit Code
join-use-code-named = Mit Code: { $words }
join-chosen = Nur der Laptop { $words } wird gefragt.
join-compare = Sag die zwei Wörter laut. Wenn dort andere stehen, geh nicht hinein.
join-cancel = Nicht mehr warten
join-stopped = Du wartest nicht mehr. Die andere Seite kann dich noch hereinlassen; dann steht das Treffen in deiner Liste.

## When it gets stuck
rescue = Wenn es stockt
rescue-silence = Zwei stille Minuten
rescue-round = Jede Person sagt einen Satz
rescue-gauge = Null bis fünf: Wo stehen wir?
rescue-park = Parken, worüber wir reden
rescue-question = Aktivität wechseln
rescue-blank = Wand verbergen und Uhr anhalten
rescue-unblank = Wand wieder zeigen
rescue-skip = Auslassen: { $title }
left-out = Ausgelassen
take-in = Wieder aufnehmen
take-in-named = Wieder aufnehmen: { $title }
rescue-point = Etwas zum Ablauf sagen
rescue-silent = Still bis { $time }. Jede Person denkt für sich.
rescue-blanked = Die Wand zeigt nichts, und die Uhr steht.
replace-title = Eine andere Aktivität an ihrer Stelle
replace-lead = Was offen ist, schließt, und keine Notiz geht verloren: Die neue arbeitet auf demselben Board.
replace-kind = Art
replace-prompt = Frage
replace-do = Jetzt öffnen

## Who speaks
queue = Wer spricht
queue-none = Keine Hand ist oben.
queue-now = { $name } spricht
queue-since = seit { $time }
queue-next = Als Nächstes: { $name }
queue-give = Wort geben
queue-give-named = Wort geben: { $name }
queue-end = Niemand spricht
queue-you-next = Du bist als Nächstes dran.
queue-you-now = Du hast das Wort.
queue-yours = { $number }. in der Redeliste
turns-left = { $count ->
    [0] Alle waren dran.
    [one] 1 Person war noch nicht dran.
   *[other] { $count } Personen waren noch nicht dran.
  }
item-time = { $time } hierfür
item-over = Die Zeit hierfür ist um.
item-extend = { $minutes } Minuten mehr
thumbs = Dabei bleiben?
thumbs-are = { $up } hoch, { $side } quer, { $down } runter

## Before the end
matters-title = Vor dem Abschluss
matters-lead = Nichts fällt still weg: Beantworte jeden Punkt zum Ablauf, und sag, was aus jeder geparkten Sache wird.
matters-none = Alles ist erledigt.
points = Punkte zum Ablauf
point-answer = Antwort auf „{ $text }“
point-answer-add = Beantworten
point-by = von { $name }
point-write = Was ist mit der Art, wie wir arbeiten?
point-raise = Ansprechen
point-lead = Es bleibt für alle sichtbar, bis die Moderation antwortet.
points-open = { $count ->
    [one] 1 Punkt zum Ablauf wartet auf Antwort
   *[other] { $count } Punkte zum Ablauf warten auf Antwort
  }
parked-fate-label = Was wird aus „{ $text }“
parked-fate-placeholder = Was wird daraus?
parked-carry = Zum Folgetreffen
parked-carry-named = „{ $text }“ zum Folgetreffen mitnehmen
parked-carried = Geht ins Folgetreffen
finish-now = Treffen jetzt beenden

## Own notes, paper, hands
memo = Private Notizen
memo-only = Nur auf diesem Laptop
memo-label = Notizen an dich selbst
memo-placeholder = Schreib dir etwas auf
memo-kept = Gespeichert
paper-entry = Papiernotizen eintippen
paper-entry-lead = Tippen, Enter, die nächste nehmen.
paper-entry-label = Worte auf dem Papier
paper-entry-who = Von wem
paper-entry-count = { $count ->
    [0] Noch keine eingetippt.
    [one] 1 eingetippt.
   *[other] { $count } eingetippt.
  }
paper-entry-take = Zurücknehmen
hands-count = Stattdessen Hände zählen
hands-title = Gezählte Hände
hands-lead = Lies jede Möglichkeit vor, zähle und schreib die Zahl auf. Das tritt an die Stelle der Stimmzettel, und alle sehen, dass es Hände waren.
hands-present = Personen im Raum
hands-for = Hände für { $text }
hands-for-step = Hände für { $text }: { $step }
hands-keep = Zählung festhalten
hands-many = Mehr Hände als Personen: noch einmal zählen.

## Who sees what, as a panel
sees-title = Wer sieht was
sees-here = In dieser Aktivität
sees-always = Immer
sees-everyone-file = Alle im Treffen haben dieselbe Datei: was gesagt wurde, wann und von wem. Wer schon gegangen ist, behält die eigene Kopie.
sees-drafts = Eine private Notiz bleibt auf ihrem Laptop, bis alle umgedreht werden; nur die Zahl geht hinaus.
sees-wall = Die Wand zeigt nichts Privates: keinen Entwurf, keinen Stimmzettel, keinen verborgenen Namen.
sees-seats = Was ein Platz an einem Laptop schreibt, kann lesen, wer an diesem Laptop sitzt; was ein Handy schreibt, steht nicht auf dem Bildschirm.
sees-relay = Niemand draußen liest mit. Ein Relay, falls eines benutzt wird, trägt nur versiegelte Pakete.
sees-memo = Die privaten Notizen der Moderation sind nur auf deren Laptop.

## Search, files, room check, templates
found-in = In allen Treffen gefunden
found-none = Nichts in einem Treffen enthält alle diese Wörter.
found-more = Es gibt mehr. Ein Wort mehr findet weniger.
hit-title = Titel
hit-purpose = Zweck
hit-outcome = Ergebnis
hit-activity = Aktivität
hit-note = Notiz
hit-cluster = Gruppe
hit-response = Antwort
hit-capture = Im Gespräch festgehalten
hit-parked = Geparkt
hit-decision = Entscheidung
hit-action = Aufgabe
bundle-save = Als Datei zum Mitnehmen sichern
bundle-saved = Gesichert in { $path }
bundle-title = Eine Datei zum Mitnehmen
bundle-lead = Auf einem anderen Laptop: Beitreten, Anders hereinkommen, und der Pfad dieser Datei. Zwei Kopien, die auseinandergingen, werden eine.
bundle-holds = { $changes } Änderungen und { $images } Bilder.
bundle-notice = Wer die Datei hat, kann sie lesen: Sie ist nicht verschlüsselt.
bundle-where = Wohin sie geschrieben wird
bundle-where-hint = Ordner und Name mit .convene am Ende; leer für den üblichen Ort.
bundle-do = Datei sichern
carry-elsewhere = Hier läuft gerade etwas anderes mit einer Sitzung. Sichere diese Datei, wenn es fertig ist.
carry-saving = Die Datei wird geschrieben
carry-checking = Jede Änderung wird geprüft
carry-keeping = Auf diesem Laptop wird gesichert
carry-far = { $have } von { $of } Änderungen und Bildern
carry-stopping = Wird abgebrochen
forget = Von diesem Computer entfernen
forget-title = „{ $title }“ von diesem Computer entfernen?
forget-text = Es ist hier endgültig weg, mit deinen Entwürfen und privaten Notizen. Andere behalten ihre Kopien. Ein gespeichertes Protokoll bleibt, wo es ist.
verify = Von der ersten Änderung an prüfen
verify-ok = Alle { $changes } Änderungen sind unterschrieben und erlaubt. Lies diese Wörter vor; alle sollten dieselben sehen: { $words }
verify-bad = { $count } Änderungen wurden abgelehnt. Das Protokoll zählt nur die anderen.
check-room = Raumprüfung
check-running = Dieser Laptop und sein Netz werden geprüft. Das dauert etwa fünf Sekunden.
check-fine = Alles ist bereit
check-fix = { $count ->
    [one] Eine Sache ist noch zu richten
   *[other] { $count } Sachen sind noch zu richten
  }
check-of = { $fine } von { $of } Prüfungen sind gut. Dein Treffen geht auch ohne Internet.
check-again = Noch einmal prüfen
check-address = Adresse eines anderen Laptops
check-address-hint = Aus seiner Einladung, um zu sehen, ob sich beide erreichen. Kann leer bleiben.
check-took = Geprüft { $time }, dauerte { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
  }
check-sound-text = Zeig die Wand und lies sie von ganz hinten. Das prüft nur, wer dort steht.
template-own = Deine
template-import = Vorlage einlesen
template-import-lead = Eine Vorlage ist eine Markdown-Datei. Füge ihren Text ein; er wird Zeile für Zeile geprüft und kann nur einen Ablauf enthalten.
template-text = Text der Vorlage
template-keep = Behalten
template-export = Als Text zeigen
template-copy = Text kopieren
template-fork = Meine eigene daraus machen
template-fork-name = Name deiner Vorlage
template-fork-make = Machen
template-use = Benutzen
template-remove = Wegnehmen
template-save = Als meine Vorlage sichern
template-saved = Als deine Vorlage gesichert. Sie enthält den Ablauf, keine Person und nichts, was jemand schrieb.
template-from = Aus { $from } gemacht
template-learned = { $count ->
    [one] 1 Treffen hat etwas darüber gelehrt
   *[other] { $count } Treffen haben etwas darüber gelehrt
  }
charter-values = Wie wir miteinander umgehen
charter-values-hint = Absprachen, je eine Zeile.
charter-rule = Wie wir entscheiden
charter-use = Was aus den Ergebnissen wird
charter-hands-over = Fällt der leitende Laptop aus, übernimmt der nächste der Moderation von selbst
charter-state-draft = Die Gruppe hat diese Charta noch nicht angenommen.
charter-state-proposed = Die Charta ist vorgeschlagen; eine Konsent-Abstimmung klärt es.
charter-state-objection = Jemand hat einen Einwand. Beantworte ihn und frag dann noch einmal.
charter-state-ratified = { $consents ->
    [one] Angenommen: 1 Person stimmte zu.
   *[other] Angenommen: { $consents } Personen stimmten zu.
  }
charter-ask = Die Gruppe um Zustimmung fragen
charter-ask-title = Unsere Charta
charter-ask-prompt = Kannst du mit dieser Charta vorerst leben?
charter-asked = Sie steht jetzt als Konsent-Abstimmung im Ablauf.
objection-answer = Was dafür geändert wurde: „{ $text }“
calibration = Wie gut unsere Vorhersage war
calibration-text = Die Gruppe gab ihren Aufgaben im Schnitt { $said } Prozent; { $happened } von { $of } wurden getan.
forecast-ask = Wie wahrscheinlich wird das getan, in Prozent?

## Settings of every kind
set-prefill = Beginnt mit
set-prefill-nothing = Nichts
set-prefill-charter = Der Charta
set-prefill-previous = Dem Treffen davor
set-ack = Alle drücken Bereit
set-answer = Antworten sind
set-answer-text = Ein Satz
set-answer-word = Ein Wort
set-answer-five = Eins bis fünf
set-answer-fist = Null bis fünf
set-answer-symbol = Ein Zeichen
set-answer-none = Nichts Geschriebenes
set-order = Reihenfolge
set-order-circle = Im Kreis herum
set-order-random = Nach Zufall
set-order-volunteers = Wer mag
set-order-free = Frei
set-order-largest = Größte zuerst
set-mode = Wie es läuft
set-mode-once = Einmal herum
set-mode-empty = Bis niemand mehr etwas hat
set-mode-group = Gruppieren
set-mode-name = Nur benennen
set-mode-merge = Doppeltes vereinen
set-mode-new = Neue Aufgaben
set-mode-review = Frühere ansehen
set-scope = Wer zusammen
set-scope-all = Alle
set-scope-table = Ein Tisch
set-scope-pairs = Paare
set-secret-answers = Antworten bleiben ohne Namen
set-while-group = Die eigene Gruppe
set-names-anonymous = Nicht bekannt
set-silent = Stille Arbeit auf der Wand
set-min = Mindestens, je Person
set-star = Favoriten je Person
set-media = Notizen enthalten
set-media-text = Wörter
set-media-sketch = Skizzen
set-media-photo = Fotos
set-slots = Felder
set-slot-seconds = Sekunden je Feld
set-attach = Notizen kommen auf
set-attach-board = Das Board
set-attach-notes = Notizen
set-attach-arrows = Pfeile
set-who-hosts = Gastgebende
set-release = Notizen kommen
set-release-all = Alle zugleich
set-release-batches = In Portionen
set-pairs = Zuerst Paare
set-name-words = Wörter eines Namens, von und bis
set-clusters = Höchstens Gruppen
set-method-score = Punkte
set-method-grid = Raster
set-purpose = Die Abstimmung
set-purpose-gauge = Lotet aus
set-purpose-narrow = Grenzt ein
set-purpose-decide = Entscheidet
set-options-proposal = Den Vorschlag
set-options-charter = Die Charta
set-options-reports = Berichte der Gruppen
set-options-selection = Was vorher gewählt wurde
set-options-all = Alles
set-criteria = Fragen zu jedem, je eine Zeile
set-scale = Skala
set-scale-thumbs = Daumen
set-own = Eigenes darf gewählt werden
set-forecast = Wie wahrscheinlich jede Aufgabe ist, in Prozent
set-forecast-back = Zurückblicken auf das, was wahrscheinlich schien
set-places = Vergebene Plätze
set-passes = Lesende je Option
set-threshold = Nachfrage unter
set-quorum-share = Anteil, der abstimmen muss
set-items = Gesprochen wird über
set-items-none = Was aufkommt
set-items-top = Die ersten drei
set-items-spread = Die drei umstrittensten
set-items-ranked = Alle, der Reihe nach
set-items-groups = Was Gruppen brachten
set-items-objections = Einwände
set-extend = Mehr Zeit per Daumen
set-extensions = Minuten je Verlängerung, je eine Zeile
set-speaking = Wer spricht
set-speaking-open = Wer mag
set-speaking-queue = Nach Handzeichen
set-speaking-round = Alle reihum
set-capture = Festgehalten wird
set-form = Gruppen
set-form-fixed = Bleiben, wie sie sind
set-form-escalate = Wachsen von eins bis alle
set-form-rotate = Wechseln
set-form-choose = Werden gewählt
set-size = Personen je Gruppe
set-assign = Gebildet nach
set-assign-never = Zuerst Unbekannte
set-assign-chosen = Wahl
set-inner = In der Gruppe
set-sizes = Größen, je eine Zeile
set-step-minutes = Minuten je Schritt, je eine Zeile
set-rounds = Runden
set-round-minutes = Minuten je Runde
set-host = Eine Person bleibt
set-back = Mitgebrachte Notizen
set-report = Ein Bericht beantwortet, je eine Zeile
set-zones = Bereiche, je eine Zeile
set-marks = Marken auf Notizen, je eine Zeile
set-layout = Aufbau
set-layout-columns = Spalten
set-layout-grid = Zwei mal zwei
set-layout-stack = Stapel
set-layout-horizons = Horizonte
set-layout-table = Tabelle
set-layout-timetable = Stundenplan
set-axes = Achsen, quer und hoch
set-stepwise = Bereiche öffnen nacheinander
set-zone-minutes = Minuten je Bereich, je eine Zeile
set-direction = Die Zeit läuft
set-direction-right = Nach rechts
set-direction-left = Nach links
set-arrows = Pfeile
set-columns = Spalten des Stundenplans
set-most-notes = Höchstens Notizen
set-matches = Angebote treffen Gesuche
set-require = Eine Aufgabe braucht
set-what = Was
set-owner = Wer
set-due = Bis wann
set-first = Erster Schritt
set-review = Tag der Prüfung
set-extra = Und fragt nach
set-extra-sign = Ein Zeichen, dass es getan ist
set-extra-place = Ort
set-extra-partner = Partnerin
set-extra-witness = Zeugin
set-extra-help = Hilfe
set-extra-type = Art
set-roles = Weitere Rollen, je eine Zeile
set-states = Zustände der Prüfung, je eine Zeile
set-actions = Höchstens Aufgaben

## The window of the app itself: its menu, links of invites, what is told outside it
menu-session = Treffen
menu-quit = Convene beenden
menu-go = Gehe zu
menu-view = Ansicht
menu-full-screen = Vollbild
invited-title = Du bist einer Einladung gefolgt
invited-text = Ein Link wurde geöffnet, der in ein Treffen führt. Noch ist nichts geschehen: Du siehst ihn zuerst und sagst mit „Beitreten“ ja.
invited-look = Ansehen
invited-not-now = Jetzt nicht
notice-time = Die Zeit ist um: { $title }
record-folder = In einen Ordner speichern …
command-picture = Bild hinzufügen
picture-file = Bild (PNG, JPEG oder GIF)
picture-large = Dieses Bild hat mehr als 25 MB. Verkleinere es zuerst.
picture-chosen = Das gewählte Bild
picture-words = Was ist zu sehen?
picture-words-why = Diese Worte stehen unter dem Bild und im Protokoll und werden denen vorgelesen, die es nicht sehen.
picture-add = Bild hinzufügen
picture-adding = Das Bild wird hinzugefügt …
picture-added = Das Bild ist auf der Tafel
picture-label = Bild: { $text }
ink = Zeichnungen
ink-by = Zeichnung von { $name }
ink-own = Deine Zeichnung
ink-of-nobody = Zeichnung
ink-named = { $name }: { $text }
ink-stroke = Strich
ink-tools = Stifte
ink-done = Fertig gezeichnet
ink-drawing = Du zeichnest jetzt. Escape beendet es.
ink-drawn = Gezeichnet
ink-label = Was ist zu sehen?
ink-move = Zeichnung verschieben
ink-not-yours = Nur wer das gezeichnet hat oder die Moderation kann es ändern.
command-draw = Zeichnen
command-describe = Zeichnung beschreiben oder verschieben
ink-wiped = { $count ->
    [one] Zeichnung weggenommen
   *[other] { $count } Zeichnungen weggenommen
}
ink-count = { $count ->
    [one] Zeichnungen: 1 Strich
   *[other] Zeichnungen: { $count } Striche
}

## Looked up in a directory of strangers
invite-lookup = Diesen Link im öffentlichen Verzeichnis nachschlagen lassen
invite-lookup-reveals = Die Adressen dieses Computers werden für Fremde sichtbar, die das Verzeichnis betreiben; was im Treffen gesagt wird und wer dabei ist, nicht.
invite-lookup-idle = Mit dem nächsten Link erfährt es davon.
invite-lookup-telling = Dem Verzeichnis wird gesagt, wo dieser Computer ist.
invite-lookup-told = Das Verzeichnis weiß, wo dieser Computer ist.
invite-lookup-unanswered = Das Verzeichnis antwortet nicht. Es wird jede Minute wieder versucht.
invite-lookup-nowhere = Dieser Computer hat keine Adresse, die von außen erreichbar ist; es gibt nichts zu sagen. Ein Relay hilft.
join-lookup = Im öffentlichen Verzeichnis nachschlagen
join-lookup-reveals = Die Adresse dieses Computers wird für Fremde sichtbar, die das öffentliche Verzeichnis betreiben; dein Name und das Treffen nicht.
join-seeking = Der Laptop der Moderation wird im öffentlichen Verzeichnis gesucht

## How others are connected
way-near = in diesem Netz
way-direct = direkt verbunden
way-relayed = über ein Relay verbunden
way-hub = über einen anderen Laptop
person-nameless = Jemand ohne Namen
