// The floor of the bench: the least page that shows the same notes at the same places. Notes in sight are elements, others are
// not; the wheel pans, a press drags, diffs change words. It knows no people, no clusters, no keys, no undo.
// It lays nothing out: where others move, add or delete, it is told which notes lie elsewhere now, and puts those there. So what it
// takes is the price of showing the same picture, and all that our board takes to find out where things lie is on top.
const ask = new URLSearchParams(location.search);
const surface = document.getElementById("surface");
const world = document.getElementById("world");
const [left, top, width, height] = ask.get("rect").split(",").map(Number);
Object.assign(surface.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
const all = ask.get("all") === "1"; // every note an element, whether in sight or not
const side = 512;
const margin = 160;
const notes = new Map();
const cells = new Map();
const mounted = new Map();
let view = { x: 24, y: 24, z: 1 };
let frame = 0;
let sight = "";
let held;

function eachCell(rect, act) {
  for (let c = Math.floor(rect.x / side); c <= Math.floor((rect.x + rect.w) / side); c++)
    for (let r = Math.floor(rect.y / side); r <= Math.floor((rect.y + rect.h) / side); r++) act(`${c},${r}`);
}
function element(note) {
  const made = document.createElement("div");
  made.className = "note";
  made.dataset.note = note.id;
  made.style.transform = `translate(${note.rect.x}px, ${note.rect.y}px)`;
  made.style.height = `${note.rect.h}px`;
  const words = document.createElement("p");
  words.textContent = note.text;
  const by = document.createElement("small");
  by.textContent = note.by;
  made.append(words, by);
  return made;
}
/** Takes a note out of its cells. */
function lift(note) {
  if (note.rect) eachCell(note.rect, (name) => cells.get(name)?.delete(note.id));
}
function lay(note, rect) {
  lift(note);
  note.rect = rect;
  eachCell(rect, (name) => {
    const within = cells.get(name);
    if (within) within.add(note.id);
    else cells.set(name, new Set([note.id]));
  });
  const el = mounted.get(note.id);
  if (!el) return;
  el.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
  el.style.height = `${rect.h}px`;
}
function cull() {
  const part = {
    x: (-margin - view.x) / view.z,
    y: (-margin - view.y) / view.z,
    w: (width + 2 * margin) / view.z,
    h: (height + 2 * margin) / view.z,
  };
  const names = [];
  eachCell(part, (name) => names.push(name));
  const now = `${names[0]} ${names.at(-1)}`;
  if (now === sight) return;
  sight = now;
  const wanted = new Set(all ? notes.keys() : names.flatMap((name) => [...(cells.get(name) ?? [])]));
  for (const [id, el] of mounted)
    if (!wanted.has(id)) {
      el.remove();
      mounted.delete(id);
    }
  for (const id of wanted) {
    if (mounted.has(id)) continue;
    const el = element(notes.get(id));
    mounted.set(id, el);
    world.append(el);
  }
}
function draw() {
  frame = 0;
  world.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.z})`;
  cull();
  if (held?.el) held.el.style.transform = `translate(${held.x}px, ${held.y}px)`;
}
function soon() {
  if (frame === 0) frame = requestAnimationFrame(draw);
}
surface.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    view = { ...view, x: view.x - event.deltaX, y: view.y - event.deltaY };
    soon();
  },
  { passive: false },
);
surface.addEventListener("pointerdown", (event) => {
  const el = event.target.closest(".note");
  if (!el) return;
  surface.setPointerCapture(event.pointerId);
  held = { el, note: notes.get(el.dataset.note), from: event, x: 0, y: 0 };
  el.style.zIndex = 30;
});
surface.addEventListener("pointermove", (event) => {
  if (!held) return;
  held.x = held.note.rect.x + (event.clientX - held.from.clientX) / view.z;
  held.y = held.note.rect.y + (event.clientY - held.from.clientY) / view.z;
  soon();
});
surface.addEventListener("pointerup", () => (held = undefined));
/** Looks at the left top of the board at full size. */
window.near = (bounds) => {
  view = { x: 24 - bounds.x, y: 24 - bounds.y, z: 1 };
  soon();
};
/** Looks at the whole board. */
window.fit = (bounds) => {
  const z = Math.max(0.04, Math.min(1, (width - 48) / bounds.w, (height - 48) / bounds.h));
  view = { x: 24 - bounds.x * z, y: 24 - bounds.y * z, z };
  soon();
};
const line = new WebSocket(`ws://${location.host}/bare`);
/** Takes in what came and went, and where things lie now: the whole board at first. */
function take({ records = [], removed = [], rects = [] }) {
  for (const note of records) {
    notes.set(note.id, note);
    if (note.rect) lay(note, note.rect);
  }
  for (const id of removed) {
    lift(notes.get(id));
    notes.delete(id);
  }
  for (const [id, rect] of rects) lay(notes.get(id), rect);
  sight = "";
}
line.onmessage = (event) => {
  const told = JSON.parse(event.data);
  if (told.rects) {
    take(told);
    soon();
    return;
  }
  if (told.records) {
    take(told);
    draw();
    return;
  }
  for (const record of told.params.updated) {
    const note = notes.get(record.id);
    note.text = record.text;
    const el = mounted.get(record.id);
    if (el) el.firstChild.textContent = record.text;
  }
};
