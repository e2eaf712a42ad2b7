// The session of rows_test.go in Yjs: reads the acts from standard input, writes them as people do, one transaction each,
// and prints how long it takes to hold the result again from its bytes. CPU time, median of five.
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'

const acts = JSON.parse(readFileSync(0, 'utf8'))
const doc = new Y.Doc()
const notes = doc.getMap('notes')
const comments = doc.getArray('comments')
const began = doc.clientID
for (const [who, what, id, a, b] of acts) {
  doc.clientID = began + who
  doc.transact(() => {
    if (what === 'note') {
      const note = new Y.Map()
      note.set('author', who)
      note.set('board', 'board')
      note.set('text', new Y.Text(a))
      notes.set(id, note)
    } else if (what === 'type') notes.get(id).get('text').insert(a, b)
    else if (what === 'move') { notes.get(id).set('x', a); notes.get(id).set('y', b) }
    else if (what === 'color') notes.get(id).set('color', a)
    else if (what === 'comment') comments.push([{ on: id, author: who, text: a }])
  })
}
const bytes = Y.encodeStateAsUpdate(doc)

const load = () => {
  const before = process.cpuUsage()
  const again = new Y.Doc()
  Y.applyUpdate(again, bytes)
  let read = 0
  for (const note of again.getMap('notes').values()) read += note.get('text').toString().length
  const used = process.cpuUsage(before)
  return { ms: (used.user + used.system) / 1000, read, notes: again.getMap('notes').size }
}
const times = [0, 1, 2, 3, 4].map(load)
const ms = times.map((t) => t.ms).sort((x, y) => x - y)[2]
console.log(JSON.stringify({ ms, bytes: bytes.length, notes: times[0].notes, read: times[0].read }))
