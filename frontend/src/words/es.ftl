## The app
app-name = Convene
close = Cerrar
cancel = Cancelar
save = Guardar
done = Listo
back = Volver
add = Añadir
edit = Editar
change = Cambiar
open = Abrir
more = Más
yes = Sí
no = No
undo = Deshacer
loading = Cargando
messages = Avisos
minutes-short = { $count } min
time-left = Quedan { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } y { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
  }
time-over = { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } y { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
  } de más
line-lost = Esta ventana ha perdido el contacto con la aplicación de este ordenador.
line-lost-safe = Lo guardado está a salvo. Lo intenta de nuevo por sí sola.
try-again = Intentar de nuevo
line-lost-call = La aplicación de este ordenador no respondió. No se cambió nada; repítelo en un momento.

## Home
nav-main = Principal
nav-sessions = Sesiones
nav-templates = Plantillas
nav-settings = Ajustes
home-title = Sesiones
home-search = Buscar
home-search-label = Buscar sesiones
home-new = Nueva sesión
home-today = Hoy
home-live = Ahora
home-upcoming = En preparación
home-past = Pasadas
home-started = empezada
home-changed-at = cambiada { $time }
home-empty = Aún no hay sesiones. Empieza con una plantilla: Quick co-creation, 60 min.
home-empty-act = Empezar con una plantilla
home-nothing-found = Ninguna sesión coincide con «{ $query }».
home-templates = Empezar con una plantilla
home-templates-all = Las { $count }
home-no-server = Aquí nada está en un servidor. Una sesión vive en los portátiles de quienes estuvieron en ella.
sessions-count = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
  }
people-count = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
  }
on-computers = { $others ->
    [one] En este ordenador y 1 más
   *[other] En este ordenador y { $others } más
  }
only-here = Solo en este ordenador
state-draft = Borrador
state-live = En curso
state-closed = Cerrada
closed-at = Cerrada { $time }
more-about = Más sobre { $title }
duplicate = Duplicar la agenda
keep-until = Guardar hasta un día
kept-until = Se guarda aquí hasta el { $day }
kept-over = Debía guardarse aquí hasta el { $day }
decision-review = Se vuelve a mirar el
decision-review-of = Volver a mirar: { $text }
keep-title = ¿Cuánto tiempo guardar «{ $title }»?
keep-text = Nada se quita por sí solo. Cuando pase el día, la lista de sesiones lo dice.
keep-day = Guardar hasta
keep-day-hint = Sin día se guarda para siempre.
close-session-here = Cerrar en este ordenador
plan = Plan
record = Acta
join = Unirse
join-named = Unirse a { $name }
nearby = En esta red
nearby-words = Dos palabras de una sesión cercana
nearby-found = { $count } encontradas, sigue buscando
nearby-looking = Buscando
nearby-still = Sigue buscando en esta red; puedes pegar un enlace en su lugar.
nearby-no-names = Su título y los nombres se quedan en la sala hasta que te dejen entrar.
nearby-match = Únete solo si las dos palabras coinciden con las que te muestra quien facilita.

## Templates and new session
templates-lead = Cada una es una agenda con preguntas, minutos y ajustes. Toma una y cambia lo que quieras.
choose-template = Elegir una plantilla
template = Plantilla
template-none = Agenda vacía
template-empty = Agenda vacía
template-people = De { $min } a { $max } personas
template-later = Contiene { $kinds }: esos pasos se planifican aquí, pero esta versión aún no puede hacerlos en pantalla.
template-later-new = Algunos pasos de esta plantilla aún no están en esta versión. Puedes planificarlos y hacerlos en papel.
new-title = Título
new-title-missing = Ponle un título a la sesión, para que la gente la encuentre.
new-make = Hacer el plan
purpose = Propósito
purpose-hint = Para qué se reúne la gente, en una frase.
question = Pregunta central
question-hint = La única pregunta abierta que responde esta sesión. Las preguntas de las actividades pueden usarla.
outcome-better = Mejora buscada
outcome-hint = Un cambio al que la gente quiere llegar y que otros podrían ver.
outcomes-better = { $count ->
    [one] Mejora buscada
   *[other] Mejoras buscadas
  }
agenda-by-minutes = Agenda por minutos

## Settings
settings-title = Ajustes
settings-name = Tu nombre
settings-name-hint = Lo que otros ven cuando te unes o facilitas.
settings-language = Idioma
settings-theme = Claro u oscuro
settings-where = Convene { $version }. Las sesiones se guardan en { $folder }.
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro

## The lock and what is told at the start
unlock-title = Tus sesiones están bloqueadas
unlock-lead = Están cifradas en este ordenador y se abren con tu frase de contraseña.
unlock-passphrase = Frase de contraseña
unlock-missing = Escribe primero tu frase de contraseña.
unlock-act = Abrir
unlock-wait = Abriendo. Tarda uno o dos segundos.
unlock-lost = Nadie puede recuperar una frase olvidada. Lo que otros tienen de una sesión te lo pueden volver a dar.
note-plain = Tus sesiones no están cifradas en este ordenador.
note-plain-hint = Quien tenga el disco puede leerlas. Una frase de contraseña las protege, y un disco cifrado también.
note-pending = Tus sesiones se cifran la próxima vez que se abra Convene.
note-pending-hint = Guarda bien la frase: nadie puede recuperar una olvidada.
note-full = El disco está casi lleno.
note-full-hint = Lo guardado está a salvo. Haz sitio antes del taller: nada nuevo se puede guardar.
note-damaged = Había archivos dañados de una sesión.
note-read = Ya lo he leído
note-library = Había archivos dañados en esta carpeta de datos.
phrase-act = Poner una frase de contraseña
phrase-title = Una frase de contraseña para tus sesiones
phrase-lead = Desde el próximo inicio, Convene la pide. Entonces todo en tu carpeta de datos está cifrado.
phrase-new = Nueva frase de contraseña
phrase-hint = Al menos 8 caracteres. Cuatro o cinco palabras van bien y se recuerdan con facilidad.
phrase-again = La misma otra vez
phrase-short = Una frase de contraseña tiene al menos 8 caracteres.
phrase-differ = Las dos no son iguales.

## Join
join-title = Unirse a una sesión
join-lead = No necesitas cuenta. La sesión se queda en los portátiles de la sala.
join-own = Mis sesiones
join-link = Código o enlace de quien facilita
join-link-hint = Como 4-tulip-anchor, o un enlace que empieza por convene://. Sirve también en redes de invitados.
join-link-missing = Escribe el código o pega el enlace primero.
join-name = Tu nombre en esta sala
join-name-hint = Lo ven todas las personas de la sesión.
join-name-missing = Escribe un nombre, para que se sepa quién entra.
join-no-laptop = ¿Sin portátil? Siéntate junto a alguien que tenga uno.
join-wait = Deja esta ventana abierta. No se muestra nada hasta que el otro lado pruebe quién es.
join-looking = Buscando la sesión
join-connecting = Conectando con el portátil de quien facilita
join-waiting = Quien facilita te dejará entrar. En ambas pantallas dice:
join-verifying = Comprobando que ambos lados son quienes dicen
join-receiving-start = Recibiendo la sesión
join-receiving = Recibiendo la sesión: { $have } de { $of } cambios
join-done = Estás dentro

## A session
session-refused = Esta sesión no se puede mostrar
session-opening = Abriendo la sesión
readonly-title = Puedes leer esta sesión, no cambiarla.
gone-title = El portátil de { $name } ha salido de la red.
gone-text = El reloj sigue y todas las notas están a salvo. Quien facilite puede tomar la palabra.
gone-text-take = El reloj sigue y todas las notas están a salvo. Puedes tomar la palabra, { $me }.
gone-wait = Esperar a { $name }
take-floor = Tomar la palabra
floor-give = Ceder la palabra
gone-text-choose = El reloj sigue y todas las notas están a salvo. No hay aquí nadie que facilite: a quien seguiría más de la mitad de las personas participantes puede continuar.
endorse-whom = Yo seguiría a
endorse-nobody = Elegir una persona
endorse-say = Decirlo
endorse-said = Seguirías a { $name }.
alone-title = Estás trabajando por tu cuenta.
alone-text = { $waiting ->
    [0] Tus notas están a salvo aquí y se compartirán cuando vuelvas a conectar.
    [one] Tus notas están a salvo aquí; 1 cambio se compartirá cuando vuelvas a conectar.
   *[other] Tus notas están a salvo aquí; { $waiting } cambios se compartirán cuando vuelvas a conectar.
  }
sync-here = Guardado aquí
sync-alone = { $waiting ->
    [0] Sin conexión, guardado aquí
   *[other] Sin conexión, { $waiting } por compartir
  }
sync-waiting = Guardado aquí, { $waiting } por compartir
sync-shared = Compartido con { $connected } de { $of }
people = Personas
people-n = Personas, { $count }
people-n-of = Personas, { $here } de { $of }
you = Tú
you-named = { $name } (tú)
here = Aquí
away = Fuera
away-seconds = Fuera desde hace { $count } s
away-minutes = Fuera desde hace { $count } min
ready = Listo
ready-yes = Has terminado
not-yet = Aún no
hand-up = Mano levantada
hand-raise = Levantar la mano
hand-down = Bajar la mano
has-floor = Tiene la palabra
person-make = Hacer: { $role }
person-remove = Quitar de la sesión
person-broken = Dos historias; no cuenta
person-floods = Envía demasiado; se lee despacio
tally-ready = listos
tally-not-yet = aún no
tally-hands = { $count ->
    [one] mano levantada
   *[other] manos levantadas
  }
nobody-here = Aún no hay nadie más. Deja entrar a la gente con el enlace.
late = Tarde

## Kinds, captures, roles
kind-brief = Apertura
kind-round = Ronda
kind-brainstorm = Lluvia de ideas
kind-cluster = Agrupar
kind-vote = Votar
kind-discuss = Conversar
kind-breakout = Grupos
kind-canvas = Lienzo
kind-commit = Compromisos
capture-insight = Hallazgo
capture-question = Pregunta
capture-decision = Decisión
capture-action = Acción
capture-parked = Aparcar
role-first = Facilitación principal
role-successor = Facilitación
role-cofacilitator = Cofacilitación
role-elected = Facilitación elegida
role-participant = Participante
role-observer = Observación

## Plan
plan-title = Plan: { $title }
plan-empty = La agenda está vacía. Añade una actividad a un lado.
plan-lacks = Lo que le falta al plan ({ $count })
plan-too-long = La agenda dura { $minutes } min más que la sesión.
plan-no-slack = Solo quedan { $minutes } min libres. Deja más: siempre hay algo que se alarga.
plan-unserved = Ninguna actividad sirve al resultado «{ $outcome }».
plan-same-form = Desde «{ $title }» la gente pasa { $minutes } min en la misma forma. Cámbiala: a solas, en parejas, todos juntos.
plan-does-not-fit = El resto no cabe: sobran { $minutes } min.
plan-cuts = Se podría acortar: { $list }.
plan-cut = { $title } en { $minutes } min
plan-no-commit = Nada dice quién hace qué después. Añade una actividad de compromisos.
plan-no-hosts = En «{ $title }» ordenan los anfitriones, y antes no hay grupos. Añade antes un trabajo en grupos o deja que ordenen todos.
plan-vote-question = «{ $title }» no tiene pregunta que votar.
plan-vote-options = Nada antes de «{ $title }» le da opciones que votar.
plan-vote-rules = Las reglas de «{ $title }» no encajan. Revisa sus ajustes.
plan-few-people = Este plan necesita al menos { $people } personas que participen.
let-in = Dejar entrar
to-session = Ir a la sesión
charter = Acuerdo
charter-edit = Editar el acuerdo
charter-when = Día y lugar
charter-when-none = Sin fijar
charter-purpose-none = Di para qué se reúne la gente
charter-outcome-none = Di qué será mejor
charter-date = Día
charter-place = Lugar
outcome-add = Añadir una mejora buscada
outcome-numbered = Mejora buscada { $number }
outcome-remove = Quitar la mejora buscada { $number }
agenda = Agenda
agenda-empty = Aún no hay nada en la agenda.
agenda-ends = Termina { $time }
agenda-planned = { $minutes } min planificados
agenda-if-now = Si empieza a las { $time }. Guarda algunos minutos para lo que no se puede planificar.
agenda-longer = { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } más de lo planificado hasta ahora.
agenda-shorter = { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } de margen hasta ahora.
agenda-on-time = Según el plan hasta ahora.
agenda-moved = { $title } es ahora { $number } de { $of }.
started-at = Empezó { $time }
longer-by = { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } más
shorter-by = { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  } menos
activity-add = Añadir actividad
activity-title = Título de la actividad
activity-remove = Quitar { $title }
activity-ran = Esta actividad ya empezó, así que su plan se quedó como estaba.
move-up = Subir
move-down = Bajar
move-keys = Alt + ↑ ↓
prompt = Pregunta, leída en voz alta
prompt-hint = Unos { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
  } para decirla.
prompt-hint-empty = Una sola pregunta, corta para leerla en voz alta.
prompt-none = La pregunta va aquí
steps = Un paso cada vez
minutes = Minutos
minutes-none = Sin reloj: termina cuando sigues adelante.
minute-less = Un minuto menos
minute-more = Un minuto más
minute-less-key = Un minuto menos (−)
minute-more-key = Un minuto más (+)
less-of = Menos: { $what }
more-of = Más: { $what }
set-number = Fijar un número
set-number-of = Fijar un número: { $what }
set-standard = Como siempre
set-auto = Según el número de opciones
set-no-limit = Sin límite
set-pass = Se puede pasar
set-spoken = Solo hablado
set-turn = Segundos por turno
set-while = Mientras se escribe
set-while-private = Solo lo ve quien escribe
set-while-public = Lo ven todos
set-names = Nombres en las notas
set-names-shown = A la vista
set-names-hidden = Ocultos
set-names-hidden-hint = Oculto significa que no se muestra en esta sala. Alguien con conocimientos técnicos aún podría seguir una nota hasta un portátil.
set-max = Notas por persona
set-who = Quién mueve notas
set-who-everyone = Todos
set-who-facilitators = Facilitación
set-method = Forma de votar
set-method-dots = Puntos
set-method-rank = Lugares
set-method-scale = Escala
set-method-consent = Consentimiento
set-options = Se vota sobre
set-options-clusters = Grupos de notas
set-options-notes = Notas
set-dots = Puntos por persona
set-stack = Puntos en una opción
set-sealed = Las papeletas siguen cerradas
set-item = Minutos por tema
set-accepts = Quien se encarga dice que sí
preview = Vista previa
preview-laptop = En cada portátil
preview-private = Solo en tu portátil hasta que { $name } dé la vuelta a todas las notas.
preview-nothing-sent = No se envía nada hasta que dejes entrar a la gente.
preview-live = Esta sesión está en curso. Los cambios llegan a todos al momento.
later-plan = { $kind } aún no está en esta versión. Puedes planificarlo aquí y hacerlo en papel.

## Invite
invite-lead = Quien tenga este enlace puede unirse. Muéstralo, léelo o envíalo.
invite-as = Entran como
invite-link = Enlace
invite-qr = Código QR del enlace
invite-until = Vale hasta { $day }, { $time }.
invite-making = Haciendo el enlace
invite-no-address = Este ordenador no está ahora en ninguna red. El enlace funcionará cuando lo esté.
invite-here = Quién está dentro
copy-link = Copiar enlace
copied = Copiado
copy-by-hand = Selecciona y copia a mano

## Waiting
start-with = Empezar: { $title }
wait-facilitator = Empieza cuando el círculo esté bastante lleno. Quien llegue después lo recibe todo.
wait-participant = Tus notas se quedan en este portátil hasta que se les dé la vuelta. Al final conservas una copia completa del acta.
wait-here = { $here } de { $of } están aquí
wait-you-start = Tú empiezas cuando la gente esté dentro.
wait-starts = { $name } empieza la primera actividad.

## Live
activity-of = { $session }, actividad { $number } de { $of }
next-named = Siguiente: { $title }
next-last = Cerrar la última actividad
closing-now = Cerrando
finish = Terminar la sesión
close-activity = Cerrar esta actividad
pause-key = Pausa (Espacio)
resume-key = Seguir (Espacio)
between = Entre actividades
between-next = Siguiente
between-you = Pulsa Siguiente cuando la gente esté lista.
between-wait = { $name } la abre en un momento.
between-end = Esa era la última actividad.
between-end-you = Termina la sesión y leed juntos el acta.
between-end-wait = Ahora viene el acta. Conservas una copia completa.
paused-title = En pausa.
paused-text = El reloj está parado; lo que escribiste está a salvo.
closing-title = Cerrando.
closing-text = Se da la vuelta a todo y se cuenta.
ready-of = { $ready } de { $of } listos.
ready-still = Aún puedes añadir algo.
observer-foot = Estás aquí para observar. Ves lo que se comparte.
readonly-foot = Puedes leer, no escribir.
closed-foot = Esta actividad está cerrada.
closed-foot-next = Esta actividad está cerrada. { $name } abre la siguiente.
keys-title = Teclas
keys-hint = Las letras sueltas no actúan mientras escribes.
key-pause = Pausar o seguir
key-next = Siguiente actividad
key-more = Un minuto más
key-less = Un minuto menos
key-move = Mover la nota en la que estás
key-undo = Deshacer tu último acto
key-region = Siguiente parte de la pantalla
key-help = Estas teclas
key-add = Añadir y seguir escribiendo
key-ready = Listo
key-hand = Levantar o bajar la mano
say-activity = { $title }. { $prompt }
say-5-minutes = Quedan 5 minutos
say-2-minutes = Quedan 2 minutos. Termina tu frase.
say-1-minute = Queda 1 minuto
say-10-seconds = Quedan 10 segundos
say-time-over = Se acabó el tiempo. Puedes terminar tu frase.
say-notes = { $count ->
    [one] 1 nota añadida en { $title }
   *[other] { $count } notas añadidas en { $title }
  }

## Activities
brief-ends = Terminamos a las
break-back = Volvemos a las { $time }
later-title = { $kind } aún no está en esta versión
later-text = Lee la pregunta en voz alta y haz este paso en papel o en grupos pequeños. Lo que salga se puede escribir en la siguiente actividad.
round-label = Tu respuesta
round-placeholder = Dilo en una frase
round-give = Dar respuesta
round-pass = Pasar
round-pass-hint = Pasar cuenta como turno.
round-given = Tu respuesta está dada.
round-passed = Has pasado.
round-pass-said = Ha pasado
round-spoken = Esta ronda es hablada. No se escribe nada; mira a quien habla.
round-heard = { $count ->
    [one] 1 respuesta
   *[other] { $count } respuestas
  }
round-to-come = faltan { $count }
round-quiet = Aún sin oír: { $names }
add-idea = Añadir idea
add-idea-placeholder = Añade una idea
idea-full = Ya están las { $most } notas. Retira una para añadir otra.
revealed = { $count ->
    [one] 1 nota, vuelta hacia arriba
   *[other] { $count } notas, vueltas hacia arriba
  }
face-down = { $count ->
    [one] 1 nota, boca abajo
   *[other] { $count } notas, boca abajo
  }
face-down-writers = { $writers ->
    [one] 1 persona más ha escrito.
   *[other] { $writers } personas más han escrito.
  }
face-down-honest = Las palabras siguen en los portátiles de quienes escriben; solo ha viajado este número. Siguiente da la vuelta a todas las notas a la vez.
my-notes = Mis notas, { $count }
my-notes-of = Mis notas, { $count } de { $most }
my-notes-none = Nada aún. Una idea por nota; corta está bien.
in-the-room = { $count } en la sala
others-notes = Notas de otras personas, { $count }
only-here-short = Solo aquí
on-the-board = En el tablero
note-edit = Cambiar la nota
note-edit-named = Cambiar «{ $text }»
note-remove-named = Retirar «{ $text }»
board = Tablero
cluster-preview = Mover notas a grupos
cluster-empty = No hay notas que agrupar. Añade una lluvia de ideas antes de esta actividad.
cluster-watch = Quien facilita mueve las notas. Di en voz alta dónde va cada una.
cluster-new = Nombre de un grupo nuevo
cluster-new-placeholder = ¿Qué dicen juntas algunas de estas?
cluster-add = Añadir grupo
cluster-add-move = Hacer y mover
cluster-name = Nombre del grupo
cluster-unnamed = Aún sin nombre
cluster-remove = Quitar { $name }
cluster-label = { $name }, { $count ->
    [one] 1 nota
   *[other] { $count } notas
  }
cluster-void = Suelta notas aquí
loose = Sueltas
sticky-note = nota adhesiva
note-label = { $text }. En { $cluster }
note-unplaced = { $text }. Aún sin colocar
move-to = Mover a
move-to-named = Mover «{ $text }»
moved-to = Movida a { $cluster }
vote-preview = Opciones con puntos
vote-rules = { $dots ->
    [one] Un punto
   *[other] { $dots } puntos
  }, como mucho { $most } en una opción. Cada persona ve la lista en otro orden.
vote-rules-rank = { $places ->
    [one] Elige el primer lugar.
   *[other] Da { $places } lugares, una opción en cada uno.
  } Cada persona ve la lista en otro orden.
vote-rules-scale = Elige un valor para cada una. Cada persona ve la lista en otro orden.
vote-sealed = Cerrado hasta que acabe la votación, también para { $name }.
vote-turnout = Hay { $in } de { $of } papeletas.
vote-left = Quedan { $left } de { $of } puntos
vote-answered = { $answered } de { $of } respondidas
vote-hand-in = Entregar papeleta
vote-hand-in-again = Entregar de nuevo
vote-hand-in-blank = Entregar en blanco
vote-handed = Entregada
vote-empty = No hay nada que votar. Cierra esta actividad y agrupa notas primero.
vote-counting = Se están abriendo las papeletas.
vote-no-result = Esta votación se cerró sin resultado.
consent-yes = Consiento
consent-concern = Con una reserva
consent-aside = Me aparto
consent-object = Objeto
thumb-down = Abajo
thumb-side = A un lado
thumb-up = Arriba
count-vote = Cerrar y contar la votación
vote-dots-for = Puntos para { $text }: { $count }
vote-less = Un punto menos para { $text }
vote-more = Un punto más para { $text }
vote-placed = { $count } en { $text }. Quedan { $left }.
result = Resultado
result-mine = { $count ->
    [one] 1 punto tuyo
   *[other] { $count } puntos tuyos
  }
result-voters = { $count ->
    [one] 1 votante
   *[other] { $count } votantes
  }
result-turnout = Votaron { $in } de { $of }, { $dots ->
    [one] 1 punto
   *[other] { $dots } puntos
  }.
result-turnout-mean = Votaron { $in } de { $of }. El número es la media; el escalón más alto es «{ $top }».
result-none = –
result-tie = Algunas opciones comparten lugar.
result-unopened = { $count ->
    [one] Una papeleta no se abrió, porque su portátil se había ido. No cuenta.
   *[other] { $count } papeletas no se abrieron, porque sus portátiles se habían ido. No cuentan.
  }
result-abstained = { $count ->
    [one] Una papeleta no tenía puntos.
   *[other] { $count } papeletas no tenían puntos.
  }
result-tracker = Tu línea { $tracker } está en la lista como la entregaste.
result-tracker-missing = Tu línea { $tracker } falta en la lista. Díselo a quien facilita.
discuss-items = De qué hablamos
discuss-now = Ahora
discuss-this = Hablar de esto
discuss-this-named = Hablar de esto: { $text }
dots-count = { $count ->
    [one] 1 punto
   *[other] { $count } puntos
  }
capture-type = Es
capture-placeholder = ¿Qué se dijo que deba quedar?
capture-add = Guardarlo
captured = Guardado, { $count }
captured-none = Aún no se ha guardado nada. Escribe una persona, lo ven todas.
capture-remove = Retirar «{ $text }»
reword = Reformular: { $text }
group-name = Nombre del grupo
group-host-choose = Quién acoge al grupo
group-host-none = Nadie
parked = Aparcado
parked-none = Nada aparcado. Lo que se aparca hay que tratarlo antes del final.
parked-add = Aparcar algo para después
parked-settle = Tratado
parked-settle-named = Tratado: { $text }
parked-fate = Tratado en la sesión
action-what = ¿Qué se hará?
action-who = Quién
action-who-for = Quién hace: { $what }
action-nobody = Nadie aún
action-due = Para cuándo
action-due-for = Para cuándo: { $what }
action-no-date = Sin fecha
action-add = Añadir acción
action-promise = Una acción cuenta cuando su responsable ha dicho que sí.
action-remove = Quitar la acción: { $what }
actions-count = { $count ->
    [one] 1 acción
   *[other] { $count } acciones
  }
actions-gaps = { $count ->
    [one] 1 sin responsable o fecha
   *[other] { $count } sin responsable o fecha
  }
actions-none = Aún no hay acciones. Escribe la primera; pequeña está bien.
first-step = Primer paso: { $text }
not-asked = No ha dicho que sí
said-yes = Dijo que sí
said-yes-aloud = Dijo que sí en voz alta
i-say-yes = Sí, lo haré
said-aloud = Dijo que sí en voz alta
said-aloud-named = Dijo que sí en voz alta: { $what }

## Record
record-title = Acta: { $title }
outline = Esquema
copy-markdown = Copiar Markdown
save-record = Guardar acta
record-saved = Guardado en { $path }
record-again = Leer de nuevo
record-options = Qué entra
reopen = Reabrir
follow-up = Planear el seguimiento
profile = Nombres
profile-names = Completos
profile-initials = Iniciales
profile-none = Ninguno
profile-hint = Para acciones y personas. Quienes ya se fueron conservan su copia de lo que vieron.
before-save = Antes de terminar
gap-both = A{ $number } no tiene responsable ni fecha.
gap-owner = A{ $number } no tiene responsable.
gap-date = A{ $number } no tiene fecha.
gap-do = Dásela a alguien que diga que sí, o apárcala.
length = Extensión
length-full = Todo
length-short = Una página
length-hint = Una página tiene propósito, decisiones, acciones y preguntas abiertas.
message-title = Para un mensajero
message-hint = Decisiones y acciones en texto sin formato, 1.000 caracteres como máximo.
copy-message = Copiar el texto
print = Imprimir
print-title = En papel
print-what = Hoja
print-report = Esta acta
print-poster = Cartel, A3
print-agenda = Agenda
print-charter = Acuerdo para firmar
print-cards = Tarjetas de acción
print-ballots = Papeletas
print-stickies = Notas numeradas
print-sheets = Hojas
print-sheets-less = Una hoja menos
print-sheets-more = Una hoja más
print-joins = Lleva un código con el que se puede entrar durante 12 horas.
paper-size = Papel
paper-a4 = A4
paper-letter = Carta
paper-purpose = Propósito
paper-outcomes = Lo que queríamos
paper-decisions = Decidido
paper-actions = Por hacer
paper-none-decided = No se decidió nada.
paper-none-agreed = No se acordó ninguna acción.
paper-no-votes = No hay ninguna votación prevista.
paper-more = y { $count } más en el acta
paper-somebody = alguien
paper-nobody = nadie todavía
paper-no-date = sin fecha
paper-due = hasta el { $day }
paper-first-step = Primer paso: { $step }
paper-fingerprint = La misma acta en cada portátil: { $words }
paper-at = A las
paper-what = Qué
paper-minutes = Min
paper-end = Fin
paper-charter = Lo que acordamos
paper-values = Valores
paper-rule = Cómo decidimos
paper-use = Qué pasa con los resultados
paper-ratified = El grupo dio su consentimiento a la versión { $version }.
paper-done-when = Hecho cuando: { $sign }
paper-place = Lugar: { $place }
paper-partner = Con: { $partner }
paper-first = Primero según la votación
paper-signed = Firmas
paper-slip = Qué fue de ello
paper-done = hecho
paper-on-the-way = en camino
paper-stuck = atascado
paper-dropped = abandonado
paper-sign = En qué se nota, y qué ayudaría:
paper-stickies-how = Una idea en cada una, en mayúsculas. El número lleva de vuelta a tu nota.
set-aside = Apartado, { $count }
set-aside-hint = Se conserva, pero no cuenta.
fingerprint = La misma acta en cada portátil
fingerprint-hint = Lee estas palabras en voz alta; todos deben ver las mismas.
link-outside = Copia este enlace para abrirlo en un navegador

## The wall
wall = Pared
wall-open = Mostrar la pared para todos en una ventana propia
wall-here = Mostrar la pared en esta ventana
wall-keys = F: pantalla completa. Flechas: pasar páginas.
wall-keys-owner = F: pantalla completa. Esc: volver.
wall-join = Escanea para entrar
wall-still-joining = ¿Aún por entrar?
wall-page = { $page } de { $of }
wall-next = Siguiente: { $title }
wall-dots = { $dots ->
    [one] Un punto
   *[other] { $dots } puntos
  } por persona, como mucho { $most } en una opción.
wall-private = Solo en cada portátil hasta que se dé la vuelta a todas las notas.
wall-ballots = { $in } de { $of }
wall-sealed = papeletas están dentro. Siguen cerradas hasta el final.
wall-notes = { $count ->
    [one] 1 nota
   *[other] { $count } notas
  }
wall-no-notes = Aún no hay notas.
wall-voted = Votaron { $in } de { $of }.
wall-end = Gracias. Esto nos llevamos.
wall-end-copy = El acta completa está en cada portátil que estuvo aquí.

## Groups and canvases
axis-more = más { $axis }
axis-less = menos { $axis }
axis-both = { $one }, { $other }
axis-top = arriba
axis-bottom = abajo
axis-left = a la izquierda
axis-right = a la derecha
asks = Lo que se pide
ask-quiet = Trabajo en silencio: nadie habla.
ask-boxes = { $count } casillas, una idea en cada una.
ask-box = Casilla { $box } de { $count }
ask-least = Ideas de cada persona, al menos: { $count }. Tienes { $mine }.
ask-stars = Tus favoritas con estrella: { $count }. Ya marcadas: { $mine }.
ask-about-notes = Cada nota cuelga de otra: elige de cuál.
ask-about-arrows = Cada nota cuelga de una flecha: elige de cuál.
ask-media = Las notas contienen: { $list }.
about-pick = De qué trata
about-whole = De todo
about-of = Sobre: { $text }
ask-hosts = Ordenan los anfitriones de los grupos: { $names }.
ask-hosts-none = Antes no hubo grupos, así que ordena quien facilita.
ask-tell = Di en voz alta dónde va una nota.
ask-step = Paso { $step } de { $of }, hasta las { $time }.
ask-held = Notas que llegan en pasos posteriores: { $count }.
ask-pairs = Primero busca parejas: dos notas que van juntas, no más.
ask-merge = Elige notas que digan lo mismo y haz una de ellas. Quien las escribió conserva el mérito.
ask-largest = El grupo más grande va primero.
ask-most = Grupos como máximo: { $count }. Hay { $have }.
ask-names = Da a cada grupo un nombre de { $least } a { $most } palabras. Las notas se quedan donde están.
ask-name-words = Un nombre tiene de { $least } a { $most } palabras.
ask-names-off = Aún no tienen de { $least } a { $most } palabras: { $list }
ask-next-step = Siguiente paso
ask-circle = En tu círculo: { $names }.
ask-word = Una palabra.
ask-symbol = Un signo, por ejemplo un emoji.
ask-volunteers = Empieza quien quiera.
ask-until-empty = Otra vuelta, hasta que nadie tenga más.
ask-turn = Unos { $seconds } segundos cada persona; a nadie se le corta.
ask-decides = Esta votación decide.
ask-passes = Lees { $count } de ellas; otras personas leen las demás.
ask-own-barred = No por lo que escribiste tú.
ask-threshold = A quien esté por debajo de { $least } se le pregunta qué falta.
ask-quorum = Cuenta a partir de { $count } papeletas.
ask-ready = Pulsa «Listo» cuando lo hayas leído: { $ready } de { $of } lo hicieron.
ask-review = De cada acción: ¿cómo va?
ask-required = Cada acción dice: { $list }.
ask-actions-most = Acciones como máximo: { $count }. Hay { $have }.
ask-speak-open = Habla cuando quieras.
ask-speak-queue = Levanta la mano para hablar.
ask-speak-round = La palabra va por turnos, una persona tras otra.
proposal = La propuesta
proposal-write = Redacta la propuesta
proposal-hint = «{ $title }» tratará de estas palabras.
objection-changed = Qué se cambió por ella
objection-changed-named = Qué se cambió por: { $text }
reason-objection = ¿Qué daño ves para nuestro propósito?
reason-concern = ¿Qué te preocupa?
reason-below = ¿Qué falta?
verdict-decided = Decidido.
verdict-objections = Hay objeciones: hablad de ellas, cambiad la propuesta y votad otra vez.
verdict-below = Por debajo de la línea: { $count }. Preguntad qué falta.
verdict-quorum = Menos de { $quorum } papeletas: no cuenta.
verdict-said = Lo que se dijo
result-spread = { $spread } de diferencia
action-more = Detalles
action-more-named = Detalles: { $what }
action-missing = Falta todavía: { $list }
action-state-of = Cómo va: { $what }
action-state-none = Aún no se ha dicho
brief-open = Sigue abierto de la última vez
matches = Ofertas y peticiones
match-hint = ¿Van juntas una oferta y una petición? Cuando ambas personas dicen que sí, se convierte en una acción de las dos.
match-none = Todavía nada va junto.
match-choose = { $zone }: ¿cuál?
match-suggest = Estas van juntas
match-said = Dijeron que sí: { $names }.
match-wait = Falta preguntar: { $names }.
match-back = Retirar mi sí
match-yes-named = Sí, lo haré: { $offer }, { $need }
match-action = Es la acción { $number }.
command-merge = Hacer una de estas
merge-words = Con estas palabras
merge-how = Quien las escribió conserva el mérito. Se puede deshacer.
merge-do = Hacer una nota
board-merged = Una nota hecha de { $count }
zone-slot = { $zone }, turno { $slot }
zone-row = { $zone }, fila { $slot }
plane-free = Área libre
zone-loose = Aún sin colocar
zone-shut = Esta parte se abre más tarde.
zone-add = Añadir a { $zone }
zone-next = Abrir la parte siguiente: { $zone }
note-star = Favorita: «{ $text }»
group-round = Ronda { $round } de { $of }
group-round-ends = Hasta las { $time } más o menos.
group-next-round = Siguiente ronda
group-by-clock = Quien facilita no está al alcance. El reloj hace avanzar las rondas.
group-none = Ahora no estás en ningún grupo. Elige uno abajo o pregunta a quien facilita.
group-topic = Un tema que acogerías
group-begin = Empezar un grupo
group-mine = Mi grupo
group-number = Grupo { $number }
group-host = Acoge: { $name }
group-write = ¿Qué dice vuestro grupo?
group-back = Llevar a todos
group-back-done = Llevada a todos
group-back-count = { $count } de { $most } marcadas para llevar.
group-report-none = Aún sin escribir
group-all = { $count ->
    [one] 1 grupo
   *[other] { $count } grupos
  }
group-join = Entrar
group-join-named = Entrar en el grupo { $number }
group-move = Pasar a { $name } a otro grupo

board-tools = Herramientas del tablero
board-outline = Esquema
sent-here = Por ahora solo en este ordenador
sent-some = Alguien más la tiene
sent-all = La tienen todas las personas presentes
board-cluster-move = Mover el grupo { $name }
board-cluster-moved = { $name } movido
board-cluster-back = De vuelta a su fila
board-way-left = Izquierda
board-way-right = Derecha
board-way-up = Arriba
board-way-down = Abajo
board-follow = Mirar lo que mira alguien
board-following = Ves lo que ve { $name }
board-follow-stop = Dejar de seguir a { $name }
canvas-view = Cómo verlo
canvas-view-list = Zonas
canvas-view-board = Tablero
board-by = de { $name }
board-comments = { $count ->
    [one] 1 comentario
   *[other] { $count } comentarios
  }
board-marks = { $count ->
    [one] 1 marca
   *[other] { $count } marcas
  }
board-hearts = { $count ->
    [one] 1 corazón
   *[other] { $count } corazones
  }
board-locked = bloqueado
board-lock-own = Este tablero está bloqueado para participantes. Tú puedes cambiarlo.
board-lock-told = Quien facilita bloqueó este tablero. Puedes leer y comentar.
board-locked-said = Bloqueado para participantes
board-unlocked-said = Abierto de nuevo
frame-lock = Bloquear «{ $name }» para participantes
frame-unlock = Abrir «{ $name }» para participantes
zone-locked = Bloqueado por quien facilita: aquí puedes leer.
board-moved = { $count ->
    [one] Movida a { $cluster }
   *[other] { $count } notas movidas a { $cluster }
  }
board-nudged = Movida un poco
board-aligned = Alineadas
board-loosened = { $count ->
    [one] Ahora suelta: salió de su grupo
   *[other] Ahora sueltas: { $count } notas salieron de sus grupos
  }
board-not-yours = Solo quien la escribió o quien facilita puede quitar una nota.
board-removed = { $count ->
    [one] Nota quitada
   *[other] { $count } notas quitadas
  }. { $key } la devuelve.
board-cluster-made = Grupo creado: { $cluster }
board-cluster-named = Grupo: { $cluster }
board-pasted = { $count ->
    [one] 1 nota añadida
   *[other] { $count } notas añadidas
  }
board-duplicated = { $count ->
    [one] 1 nota duplicada
   *[other] { $count } notas duplicadas
  }
board-duplicated-not = { $count ->
    [one] Las imágenes no se duplican. Añádela otra vez.
   *[other] { $count } imágenes no se duplican. Añádelas otra vez.
  }
board-marked = Marcada
mark-note = Marcar como «{ $mark }»: { $text }
mark-named = { $count ->
    [1] marcada: { $mark }
   *[other] marcada: { $mark }, { $count } veces
  }
board-unmarked = Marca quitada
board-connected = Flecha dibujada
board-chosen = { $count ->
    [one] 1 nota elegida
   *[other] { $count } notas elegidas
  }
board-is-chosen = elegida
board-gathered = { $name } te muestra este lugar
board-gathering = Ahora miran todos aquí
board-naming = pone nombre
board-new-words = Nota nueva
board-words = Texto de la nota
board-text-kept = Lo que escribiste aún no se ha enviado.
board-text-kept-how = Se guarda aquí y saldrá cuando vuelva la conexión.
board-text-again = Las palabras tuyas que no se habían enviado están otra vez en esta nota.
board-text-again-how = Mira si todavía encajan.
board-text-gone = Alguien quitó la nota que tenías abierta.
board-text-gone-how = No habías cambiado nada en ella.
board-text-rescued = Alguien quitó la nota en la que escribías.
board-text-rescued-how = Tus palabras se conservan como una nota nueva.
board-find = Buscar notas
board-found = { $count ->
    [one] 1 encontrada
   *[other] { $count } encontradas
  }
board-menu-of = Qué hacer con «{ $text }»
board-ask-title = Muchas notas de otras personas
board-ask-move = { $count } de estas notas son de otras personas. ¿Moverlas todas?
board-ask-remove = { $count } de estas notas son de otras personas. ¿Quitarlas todas?
board-ask-yes-move = Mover todas
board-ask-yes-remove = Quitar todas
board-paste-how = Una nota por línea. De una tabla, cada fila es una nota.
board-paste-label = Líneas o tabla
board-paste-first = Las primeras notas
board-paste-left = { $count ->
    [one] 1 nota pasa de las { $most } que caben de una vez. Se queda en el campo.
   *[other] { $count } notas pasan de las { $most } que caben de una vez. Se quedan en el campo.
  }
board-paste-add = { $count ->
    [one] Añadir 1 nota
   *[other] Añadir { $count } notas
  }
board-arrow-words = Qué dice la flecha
board-arrow-sign = Signo de la flecha
board-arrow-remove = Quitar flecha
board-arrow-point = Señalar en el tablero
board-arrow-to = ¿Flecha a qué nota?
board-sign-none = Sin signo
board-sign-more = Más de ello (+)
board-sign-less = Menos de ello (−)
board-comments-title = Comentarios
board-comments-none = Aún no se ha dicho nada.
board-comment-write = Escribir un comentario
board-comment-add = Añadir comentario
board-comment-remove = Quitar comentario
find-color = Color
find-any-color = Cualquier color
find-writer = Quién la escribió
find-anybody = Cualquiera
find-mark = Marcas
find-any-mark = Con o sin marca
find-kept = Marcadas para conservar
find-heart = Con un corazón
find-comment = Comentarios
find-any-comment = Con o sin comentario
find-commented = Con comentario
find-place = { $place } de { $count }
board-several = Elegir varias
board-choose = Elegir «{ $text }»
board-arrows = { $count ->
    [one] 1 flecha
   *[other] { $count } flechas
  }
board-arrow-out = Flecha a { $text }
board-arrow-in = Flecha desde { $text }
board-arrow-between = Flecha de { $from } a { $to }
board-arrow-edit = Palabras y signo de la flecha
board-palette-label = Escribe lo que quieres hacer
board-palette-none = Ningún comando se llama así.
board-color = Color: { $color }
color-yellow = amarillo
color-orange = naranja
color-red = rojo
color-purple = morado
color-blue = azul
color-cyan = turquesa
color-green = verde
color-grey = gris
board-rewind-label = Momento de la sesión
board-rewind-same = En ese momento las notas eran como ahora.
board-bring = { $count ->
    [one] Traer de vuelta 1 nota
   *[other] Traer de vuelta { $count } notas
  }
board-bring-all = Elegir todas las que difieren
board-brought = { $count ->
    [one] 1 nota ha vuelto
   *[other] { $count } notas han vuelto
  }. Deshacer lo revierte.
board-then-gone = ya no está
board-then-changed = cambió después
board-then-picture = { $count ->
    [one] El tablero como era, con 1 nota. Las flechas lo mueven, + y - cambian el tamaño; la lista dice qué había.
   *[other] El tablero como era, con { $count } notas. Las flechas lo mueven, + y - cambian el tamaño; la lista dice qué había.
  }
past-between = Entre actividades
past-nameless = Alguien que ya no está
past-previous = Momento anterior
past-previous-of = Momento anterior de { $name }
past-next = Momento siguiente
past-next-of = Momento siguiente de { $name }
past-person = A los momentos de quién van las flechas
past-everybody = Todas las personas
past-chosen = vuelve
past-differs = Distintas ahora ({ $count })
past-same = Iguales ahora ({ $count })
past-now = ahora: { $text }
past-more = Mostrar más (quedan { $count })
board-aside = { $count ->
    [one] 1 aporte llegó tarde
   *[other] { $count } aportes llegaron tarde
  }
board-aside-take = Que cuente
command-new-note = Nota nueva
command-edit = Escribir en ella
command-move-to = Mover a…
command-new-cluster = Grupo nuevo
command-connect = Flecha
command-comment = Comentar
command-keep = Marcar para conservar
command-mark = Marcar como «{ $mark }»
command-heart = Corazón
command-duplicate = Duplicar
command-remove = Quitar
command-paste = Pegar una lista como notas
command-align-left = Alinear a la izquierda
command-align-top = Alinear arriba
command-align-row = Poner en fila
command-align-column = Poner en columna
command-tidy = Ordenar
command-select-all = Elegir todas
command-clear = No elegir nada
command-find = Buscar
command-zoom-in = Acercar
command-zoom-out = Alejar
command-zoom-fit = Todo el tablero
command-zoom-full = Tamaño real
command-outline = Esquema o tablero
command-gather = Traer a todos aquí
command-lock = Bloquear o abrir a participantes
command-unlock = Abrir a participantes
command-lock-board = Bloquear o abrir el tablero
command-rewind = Mirar el pasado
command-undo = Deshacer
command-redo = Rehacer
command-palette = Comandos

## People without a laptop
guests-title = Personas sin portátil
guests-page = Una página para teléfonos
guests-lead = Se escanea un código y se escribe, vota y levanta la mano en el teléfono. Este portátil firma por esas personas y guarda lo que dicen.
guests-honest = Esta página no está cifrada: otros en esta wifi podrían leerla. Muestra solo esta sesión y no tiene llaves.
guests-where = En qué red
guests-try = Solo este ordenador, para probar
guests-open = Abrir la página
guests-close = Cerrar la página
guests-open-now = { $count ->
    [0] Abierta. Aún no se ha sentado nadie.
    [one] Abierta. Se ha sentado 1 persona.
   *[other] Abierta. Se han sentado { $count } personas.
  }
guests-qr = Código QR de la página para teléfonos
guests-address = Dirección para teléfonos
guests-revoke = Retirar
guests-revoke-named = Retirar el asiento de { $name }
seats-here = Asientos en este portátil
seats-lead = Para quienes se sientan contigo: las teclas de número cambian quién escribe.
seat-phone = Con un móvil
seat-without = Sin portátil
seat-name = Nombre de la persona
seat-edit = Cambiar el lugar de { $name }
seat-keeper = Quién anota lo que dice
seat-add = Añadir asiento
seat-switch = Quién escribe
guest-title = Participar en este teléfono
guest-enter = Sentarse
guest-notice = Esta página no está cifrada. Otros en esta wifi podrían leer lo que escribes.
guest-signs = El portátil que abrió esta página anota por ti lo que dices, con tu nombre. Su pantalla no muestra tus notas privadas ni tu papeleta; pero alguien con conocimientos técnicos podría leerlas en ese portátil.
guest-lost = Sin contacto con el portátil de la sala.
guest-lost-text = Lo intenta de nuevo por sí solo. Si sigue así, la página se cerró o se retiró tu asiento.
guest-look = Mira la pared y participa en voz alta.
guest-said = Lo que dijiste
guest-zone = A qué parte va

## Who sees what
sees-cluster = Todas las personas ven cada movimiento en cuanto ocurre.
sees-discuss = Todas las personas ven lo que se anota y quién lo escribió.
sees-commit = Todas las personas ven cada acción, quién la asume y si dijo que sí.
sees-brief = Todas las personas ven la misma página y quién pulsó Listo.
sees-written = Todas las personas ven lo que se escribe aquí y quién lo escribió.
sees-notes-yours = Solo en este portátil hasta que des la vuelta a todas las notas.
sees-notes-until = Solo en este portátil hasta que { $name } dé la vuelta a todas las notas.
sees-notes-until-any = Solo en este portátil hasta que quien facilita dé la vuelta a todas las notas.
sees-notes-then-named = Después todas las personas ven cada nota con el nombre de quien la escribió.
sees-notes-names = Nombres ocultos en el tablero. No es anónimo: el archivo de la sesión guarda quién escribió cada nota.
sees-notes-batched = Anónimo para el grupo. El ordenador de quien facilita puede saber quién escribió qué.
sees-notes-group-one = Aquí puede escribir 1 persona.
sees-notes-group = Aquí pueden escribir { $count } personas.
sees-notes-turned = Todas las personas ven las notas a las que se dio la vuelta.
sees-notes-turned-name = Todas las personas ven las notas a las que se dio la vuelta, cada una con el nombre de quien la escribió.
sees-notes-now = Todas las personas ven una nota en cuanto se añade.
sees-notes-now-name = Todas las personas ven una nota en cuanto se añade, con el nombre de quien la escribió.
sees-notes-own-group = Hasta que se cierre, las pantallas muestran solo las notas del propio grupo. El archivo de la sesión las contiene todas desde el principio.
sees-votes-open = Los votos son visibles para todas las personas.
sees-votes-secret = Secreto para el grupo. El ordenador de quien facilita puede ver cada voto. Comprueba tu código en la lista de resultados.
sees-votes-sealed = Las papeletas están abiertas: quien tenga el archivo de la sesión puede ver quién votó qué.
sees-votes-until = Oculto hasta que todas las personas hayan votado. Después cualquiera puede ver quién votó qué.
sees-votes-until-for = Sellado hasta que cierre la votación, también para { $name }.
sees-votes-until-all = Sellado hasta que cierre la votación, también para quien facilita.
sees-votes-one = Aquí solo puede votar 1 persona: un total no puede ocultar quién eligió qué.
sees-votes-few = Aquí solo pueden votar { $count } personas: muy pocas para que los totales oculten quién eligió qué.
sees-round-spoken = Aquí no se escribe nada. Todas las personas ven quién pasó o tuvo su turno.
sees-round-named = Todas las personas ven tu respuesta con tu nombre en cuanto la das.
sees-notes-guest = En el portátil que firma por ti hasta que se dé la vuelta a todas las notas. Su pantalla no las muestra.

## The door
door-code = Código para decir en voz alta
door-code-lead = Quien esté en esta red lo escribe en la pantalla Unirse. Cambia tras diez intentos fallidos.
door-code-far = Desde lejos: el mismo código y esta dirección del relé: { $address }
door-code-open = Abrir un código
door-code-new = Otro código
door-code-close = Cerrar el código
door-code-none = No hay ningún código abierto.
door-ask = Preguntarme antes de que entre alguien
door-waiting = { $count ->
    [one] 1 persona espera en la puerta
   *[other] { $count } personas esperan en la puerta
  }
door-words = Su pantalla dice: { $words }
door-compare = Deja entrar solo si las dos palabras coinciden. Si no, recházala y pregunta.
door-let-in = Dejar entrar
door-let-in-named = Dejar entrar: { $name }
door-let-all = Dejar entrar a todas
door-away = Rechazar
door-away-named = Rechazar: { $name }
door-nameless = Sin nombre
door-invites = Invitaciones abiertas
door-invite-line = { $role }, hasta el { $day } { $time }, usada { $used ->
    [one] una vez
   *[other] { $used } veces
  }
door-invite-code = Por código
door-invite-link = Por enlace
door-invite-asks = pregunta antes
door-revoke = Retirar
door-revoke-all = Retirar la invitación: { $what }
door-address = Dirección de este portátil
remove-title = ¿Quitar a { $name }?
remove-text = Desde ahora no llega nada a su portátil. Conserva lo que ya recibió. Lo que escribió se queda. Los enlaces y códigos ya dados te preguntan antes de dejar entrar a alguien.
remove-yes = Quitar

## Five ways to join
join-ways = Otra forma de entrar
join-address = Dirección, si no se encuentra el código
join-address-hint = Como aparece en la pantalla de quien facilita: 192.168.1.20:40123. Sirve donde la lista queda vacía.
join-file = Ruta de un archivo .convene
join-file-hint = Por ejemplo, de una memoria USB. Se comprueba como todo lo que llega por la red.
join-file-missing = Di primero dónde está el archivo.
join-file-choose = Elegir un archivo
join-file-take = Incorporar
join-file-new = { $title } está ahora en este portátil: { $count ->
    [one] 1 cambio
   *[other] { $count } cambios
  }.
join-file-merged = { $title } ya estaba aquí. { $count ->
    [0] Nada del archivo era nuevo.
    [one] 1 cambio era nuevo.
   *[other] { $count } cambios eran nuevos.
  }
join-file-look = Puedes leerla, no escribir, hasta que alguien que facilite te deje entrar.
join-use-code = Usar su código
join-use-code-named = Usar su código: { $words }
join-chosen = Solo se pregunta al portátil { $words }.
join-compare = Di las dos palabras en voz alta. Si las suyas son otras, no entres.
join-cancel = Dejar de esperar
join-stopped = Has dejado de esperar. La otra parte aún puede dejarte entrar; entonces la sesión estará en tu lista.

## When it gets stuck
rescue = Si se atasca
rescue-silence = Dos minutos de silencio
rescue-round = Cada persona dice una frase
rescue-gauge = De cero a cinco: ¿dónde estamos?
rescue-park = Aparcar lo que hablamos
rescue-question = Cambiar la actividad
rescue-blank = Ocultar la pared y parar el reloj
rescue-unblank = Mostrar la pared otra vez
rescue-skip = Omitir: { $title }
left-out = Omitida
take-in = Volver a incluir
take-in-named = Volver a incluir: { $title }
rescue-point = Plantear un punto de proceso
rescue-silent = Silencio hasta las { $time }. Cada persona piensa por su cuenta.
rescue-blanked = La pared no muestra nada y el reloj está parado.
replace-title = Otra actividad en su lugar
replace-lead = Lo abierto se cierra y no se pierde ninguna nota: la nueva trabaja en el mismo tablero.
replace-kind = Tipo
replace-prompt = Pregunta
replace-do = Abrir ahora

## Who speaks
queue = Quién habla
queue-none = No hay manos levantadas.
queue-now = Habla { $name }
queue-since = desde hace { $time }
queue-next = Sigue: { $name }
queue-give = Dar la palabra
queue-give-named = Dar la palabra: { $name }
queue-end = Nadie habla
queue-you-next = Te toca a ti.
queue-you-now = Tienes la palabra.
queue-yours = { $number }.º en la lista de palabra
turns-left = { $count ->
    [0] Todas las personas tuvieron su turno.
    [one] 1 persona no ha tenido turno.
   *[other] { $count } personas no han tenido turno.
  }
item-time = { $time } para esto
item-over = Se acabó el tiempo para esto.
item-extend = { $minutes } minutos más
thumbs = ¿Seguir con esto?
thumbs-are = { $up } arriba, { $side } de lado, { $down } abajo

## Before the end
matters-title = Antes de terminar
matters-lead = Nada se pierde en silencio: responde a cada punto de proceso y di qué pasa con cada asunto aparcado.
matters-none = Todo está tratado.
points = Puntos de proceso
point-answer = Respuesta a «{ $text }»
point-answer-add = Responder
point-by = planteado por { $name }
point-write = ¿Qué pasa con cómo trabajamos?
point-raise = Plantearlo
point-lead = Queda a la vista de todas hasta que alguien que facilite responda.
points-open = { $count ->
    [one] 1 punto de proceso espera respuesta
   *[other] { $count } puntos de proceso esperan respuesta
  }
parked-fate-label = Qué pasa con «{ $text }»
parked-fate-placeholder = ¿Qué pasa con esto?
parked-carry = Al seguimiento
parked-carry-named = Llevar «{ $text }» al seguimiento
parked-carried = Pasa al seguimiento
finish-now = Terminar la sesión ahora

## Own notes, paper, hands
memo = Notas privadas
memo-only = Solo en este portátil
memo-label = Notas para ti
memo-placeholder = Escribe algo para ti
memo-kept = Guardado
paper-entry = Pasar notas de papel
paper-entry-lead = Escribe, pulsa Intro, coge la siguiente.
paper-entry-label = Palabras del papel
paper-entry-who = De quién
paper-entry-count = { $count ->
    [0] Ninguna pasada aún.
    [one] 1 pasada.
   *[other] { $count } pasadas.
  }
paper-entry-take = Retirar
hands-count = Contar manos en su lugar
hands-title = Manos contadas
hands-lead = Di cada opción en voz alta, cuenta y anota el número. Sustituye a las papeletas y todas ven que fue a mano alzada.
hands-present = Personas en la sala
hands-for = Manos por { $text }
hands-for-step = Manos por { $text }: { $step }
hands-keep = Guardar el recuento
hands-many = Más manos que personas: cuenta otra vez.

## Who sees what, as a panel
sees-title = Quién ve qué
sees-here = En esta actividad
sees-always = Siempre
sees-everyone-file = Todas las personas de la sesión tienen el mismo archivo: qué se dijo, cuándo y quién lo escribió. Quien ya se fue conserva su copia.
sees-drafts = Una nota privada se queda en su portátil hasta que se da la vuelta a todas; solo viaja su número.
sees-wall = La pared no muestra nada privado: ni borradores, ni papeletas, ni nombres ocultos.
sees-seats = Lo que escribe un puesto de un portátil lo puede leer quien está ante él; lo que escribe un teléfono no sale en su pantalla.
sees-relay = Nadie de fuera lee. Un relé, si se usa, solo lleva paquetes sellados.
sees-memo = Las notas privadas de quien facilita están solo en su portátil.

## Search, files, room check, templates
found-in = Encontrado en todas las sesiones
found-none = Nada escrito en ninguna sesión contiene todas estas palabras.
found-more = Hay más. Añade una palabra para acotar.
hit-title = Título
hit-purpose = Propósito
hit-outcome = Resultado
hit-activity = Actividad
hit-note = Nota
hit-cluster = Grupo
hit-response = Respuesta
hit-capture = Anotado en una charla
hit-parked = Aparcado
hit-decision = Decisión
hit-action = Acción
bundle-save = Guardar como archivo para llevar
bundle-saved = Guardado en { $path }
bundle-title = Un archivo para llevar
bundle-lead = En otro portátil: Unirse, Otra forma de entrar y la ruta de este archivo. Dos copias que se separaron se vuelven una.
bundle-holds = { $changes } cambios y { $images } imágenes.
bundle-notice = Quien tenga el archivo puede leerlo: no está cifrado.
bundle-where = Dónde se escribe
bundle-where-hint = Carpeta y nombre que acabe en .convene; vacío para el lugar habitual.
bundle-do = Guardar el archivo
carry-elsewhere = Aquí hay otra tarea en curso con una sesión. Guarda este archivo cuando termine.
carry-saving = Escribiendo el archivo
carry-checking = Comprobando cada cambio
carry-keeping = Guardando en este portátil
carry-far = { $have } de { $of } cambios e imágenes
carry-stopping = Cancelando
forget = Quitar de este ordenador
forget-title = ¿Quitar «{ $title }» de este ordenador?
forget-text = Desaparece de aquí para siempre, con tus borradores y notas privadas. Las demás conservan sus copias. Un acta guardada se queda donde está.
verify = Comprobar desde el primer cambio
verify-ok = Los { $changes } cambios están firmados y permitidos. Lee estas palabras en voz alta; todas deben ver las mismas: { $words }
verify-bad = Se rechazaron { $count } cambios. El acta cuenta solo los demás.
check-room = Comprobar la sala
check-running = Se mira este portátil y su red. Tarda unos cinco segundos.
check-fine = Todo está listo
check-fix = { $count ->
    [one] Una cosa por arreglar antes de que lleguen
   *[other] { $count } cosas por arreglar antes de que lleguen
  }
check-of = { $fine } de { $of } comprobaciones están bien. Tu sesión funciona sin internet.
check-again = Comprobar otra vez
check-address = Dirección de otro portátil
check-address-hint = De su invitación, para ver si se alcanzan. Puede quedar vacío.
check-took = Comprobado a las { $time }, tardó { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
  }
check-sound-text = Muestra la pared y léela desde el fondo. Eso solo lo compruebas tú.
template-own = Tuya
template-import = Incorporar una plantilla
template-import-lead = Una plantilla es un archivo Markdown. Pega su texto; se comprueba línea por línea y solo puede contener un plan.
template-text = Texto de la plantilla
template-keep = Guardarla
template-export = Ver como texto
template-copy = Copiar el texto
template-fork = Hacer la mía a partir de esta
template-fork-name = Nombre de la tuya
template-fork-make = Hacerla
template-use = Usarla
template-remove = Quitar
template-save = Guardar como mi plantilla
template-saved = Guardada como plantilla tuya. Contiene el plan; ninguna persona ni nada que alguien escribiera.
template-from = Hecha a partir de { $from }
template-learned = { $count ->
    [one] 1 sesión enseñó algo sobre ella
   *[other] { $count } sesiones enseñaron algo sobre ella
  }
charter-values = Cómo nos tratamos
charter-values-hint = Acuerdos de trabajo, una línea cada uno.
charter-rule = Cómo decidimos
charter-use = Qué pasa con los resultados
charter-hands-over = Si el portátil que dirige desaparece, el siguiente de quienes facilitan toma el relevo por sí solo
charter-state-draft = El grupo aún no ha acordado esta carta.
charter-state-proposed = La carta está propuesta; una votación por consentimiento la decide.
charter-state-objection = Alguien objeta. Responde a la objeción y vuelve a preguntar.
charter-state-ratified = { $consents ->
    [one] Acordada: 1 persona consintió.
   *[other] Acordada: { $consents } personas consintieron.
  }
charter-ask = Pedir consentimiento al grupo
charter-ask-title = Nuestra carta
charter-ask-prompt = ¿Puedes vivir con esta carta, por ahora?
charter-asked = Ya está en el plan, como votación por consentimiento.
objection-answer = Qué se cambió por ella: «{ $text }»
calibration = Qué tan buena fue nuestra previsión
calibration-text = El grupo dio a sus acciones un { $said } por ciento de media; ocurrieron { $happened } de { $of }.
forecast-ask = ¿Qué probabilidad hay de que se haga, en porcentaje?

## Settings of every kind
set-prefill = Empieza con
set-prefill-nothing = Nada
set-prefill-charter = La carta
set-prefill-previous = La sesión anterior
set-ack = Todas pulsan Listo
set-answer = Las respuestas son
set-answer-text = Una frase
set-answer-word = Una palabra
set-answer-five = De uno a cinco
set-answer-fist = De cero a cinco
set-answer-symbol = Un símbolo
set-answer-none = Nada escrito
set-order = Orden
set-order-circle = En círculo
set-order-random = Al azar
set-order-volunteers = Quien quiera
set-order-free = Libre
set-order-largest = La mayor primero
set-mode = Cómo va
set-mode-once = Una vuelta
set-mode-empty = Hasta que nadie tenga más
set-mode-group = Agrupar
set-mode-name = Solo nombrar
set-mode-merge = Unir repetidas
set-mode-new = Acciones nuevas
set-mode-review = Revisar anteriores
set-scope = Quién junto
set-scope-all = Todas
set-scope-table = Una mesa
set-scope-pairs = Parejas
set-secret-answers = Respuestas sin nombre
set-while-group = El propio grupo
set-names-anonymous = Desconocidos
set-silent = Trabajo en silencio en la pared
set-min = Al menos, por persona
set-star = Favoritas por persona
set-media = Las notas llevan
set-media-text = Palabras
set-media-sketch = Dibujos
set-media-photo = Fotos
set-slots = Casillas
set-slot-seconds = Segundos por casilla
set-attach = Las notas van en
set-attach-board = El tablero
set-attach-notes = Notas
set-attach-arrows = Flechas
set-who-hosts = Anfitriones
set-release = Las notas llegan
set-release-all = Todas a la vez
set-release-batches = Por tandas
set-pairs = Primero parejas
set-name-words = Palabras de un nombre, de y a
set-clusters = Grupos como máximo
set-method-score = Puntuación
set-method-grid = Cuadrícula
set-purpose = La votación
set-purpose-gauge = Sondea
set-purpose-narrow = Reduce
set-purpose-decide = Decide
set-options-proposal = La propuesta
set-options-charter = La carta
set-options-reports = Informes de grupos
set-options-selection = Lo elegido antes
set-options-all = Todo
set-criteria = Preguntas sobre cada una, una por línea
set-scale = Escala
set-scale-thumbs = Pulgares
set-own = Pueden votar lo propio
set-forecast = Cómo de probable es cada acción, en por ciento
set-forecast-back = Mirar atrás a lo que parecía probable
set-places = Puestos dados
set-passes = Lectores de cada una
set-threshold = Se pregunta por debajo de
set-quorum-share = Parte que debe votar
set-items = Se habla de
set-items-none = Lo que surja
set-items-top = Los tres primeros
set-items-spread = Los tres más discutidos
set-items-ranked = Todos, en su orden
set-items-groups = Lo que trajeron los grupos
set-items-objections = Objeciones
set-extend = Más tiempo por pulgares
set-extensions = Minutos de cada prórroga, uno por línea
set-speaking = Quién habla
set-speaking-open = Quien quiera
set-speaking-queue = Por orden de manos
set-speaking-round = Por turnos
set-capture = Se anota
set-form = Grupos
set-form-fixed = Se quedan igual
set-form-escalate = Crecen de uno a todas
set-form-rotate = Rotan
set-form-choose = Se eligen
set-size = Personas por grupo
set-assign = Se forman por
set-assign-never = Primero quienes no se conocen
set-assign-chosen = Elección
set-inner = En el grupo
set-sizes = Tamaños, uno por línea
set-step-minutes = Minutos de cada paso, uno por línea
set-rounds = Rondas
set-round-minutes = Minutos por ronda
set-host = Una persona se queda
set-back = Notas que se traen
set-report = Un informe responde, una por línea
set-zones = Zonas, una por línea
set-marks = Marcas en notas, una por línea
set-layout = Disposición
set-layout-columns = Columnas
set-layout-grid = Dos por dos
set-layout-stack = Pila
set-layout-horizons = Horizontes
set-layout-table = Tabla
set-layout-timetable = Horario
set-axes = Ejes, horizontal y vertical
set-stepwise = Las zonas se abren una a una
set-zone-minutes = Minutos de cada zona, uno por línea
set-direction = El tiempo va
set-direction-right = Hacia la derecha
set-direction-left = Hacia la izquierda
set-arrows = Flechas
set-columns = Columnas del horario
set-most-notes = Notas como máximo
set-matches = Ofertas y peticiones se unen
set-require = Una acción necesita
set-what = Qué
set-owner = Quién
set-due = Para cuándo
set-first = Primer paso
set-review = Día de revisión
set-extra = Y pide
set-extra-sign = Una señal de que está hecho
set-extra-place = Lugar
set-extra-partner = Compañía
set-extra-witness = Testigo
set-extra-help = Ayuda
set-extra-type = Tipo
set-roles = Otros papeles, uno por línea
set-states = Estados de la revisión, uno por línea
set-actions = Acciones como máximo

## The window of the app itself: its menu, links of invites, what is told outside it
menu-session = Sesión
menu-quit = Salir de Convene
menu-go = Ir a
menu-view = Ver
menu-full-screen = Pantalla completa
invited-title = Has seguido una invitación
invited-text = Se ha abierto un enlace que lleva a una sesión. Aún no te has unido a nada: primero lo ves, y dices que sí con «Unirse».
invited-look = Verlo
invited-not-now = Ahora no
notice-time = Se acabó el tiempo: { $title }
record-folder = Guardar en una carpeta…
command-picture = Añadir una imagen
picture-file = Imagen (PNG, JPEG o GIF)
picture-large = Esta imagen tiene más de 25 MB. Hazla más pequeña primero.
picture-chosen = La imagen elegida
picture-words = ¿Qué se ve?
picture-words-why = Estas palabras están debajo de la imagen y en el acta, y se leen a quienes no la ven.
picture-add = Añadir la imagen
picture-adding = Añadiendo la imagen …
picture-added = La imagen está en el tablero
picture-label = Imagen: { $text }
ink = Dibujos
ink-by = Dibujo de { $name }
ink-own = Tu dibujo
ink-of-nobody = Dibujo
ink-named = { $name }: { $text }
ink-stroke = trazo
ink-tools = Lápices
ink-done = Dejar de dibujar
ink-drawing = Ahora dibujas. Escape lo termina.
ink-drawn = Dibujado
ink-label = ¿Qué muestra?
ink-move = Mover el dibujo
ink-not-yours = Solo quien lo dibujó o quien facilita puede cambiarlo.
command-draw = Dibujar
command-describe = Describir o mover el dibujo
ink-wiped = { $count ->
    [one] Dibujo quitado
   *[other] { $count } dibujos quitados
}
ink-count = { $count ->
    [one] Dibujos: 1 trazo
   *[other] Dibujos: { $count } trazos
}

## Looked up in a directory of strangers
invite-lookup = Dejar que este enlace se busque en el directorio público
invite-lookup-reveals = Las direcciones de este ordenador quedan a la vista de extraños que llevan el directorio; lo que se dice en la sesión y quién está en ella, no.
invite-lookup-idle = Se le dirá con el próximo enlace.
invite-lookup-telling = Diciendo al directorio dónde está este ordenador.
invite-lookup-told = El directorio sabe dónde está este ordenador.
invite-lookup-unanswered = El directorio no responde. Se intenta de nuevo cada minuto.
invite-lookup-nowhere = Este ordenador no tiene ninguna dirección que se alcance desde fuera, así que no hay nada que decir. Un relé ayuda.
join-lookup = Buscarlo en el directorio público
join-lookup-reveals = La dirección de este ordenador queda a la vista de extraños que llevan el directorio público; tu nombre y la sesión, no.
join-seeking = Buscando el portátil de quien facilita en el directorio público

## How others are connected
way-near = en esta red
way-direct = conexión directa
way-relayed = conexión por un relé
way-hub = por otro portátil
person-nameless = Alguien sin nombre
