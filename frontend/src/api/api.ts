/**
 * One typed function per method of the Go side. A function asks and waits; it never touches what is drawn: that comes back
 * as a diff. Every failure is an ApiFailure {code, message, hint}.
 */
import type { Methods } from "./types";

export type Method = keyof Methods;

/** Carries one call: the live transport, or a fake in tests. */
export type Caller = (method: Method, params: object) => Promise<unknown>;

export type Ask<M extends Method> = (params: Methods[M]["params"]) => Promise<Methods[M]["result"]>;

/** The functions over any carrier. The answer's shape is the contract's; the Go side is the one that keeps it. */
export function makeApi(call: Caller) {
  const ask =
    <M extends Method>(method: M): Ask<M> =>
    (params) =>
      call(method, params) as Promise<Methods[M]["result"]>;
  return {
    app: { hello: ask("app.hello"), unlock: ask("app.unlock") },
    protection: { set: ask("protection.set") },
    me: { set: ask("me.set") },
    sessions: {
      list: ask("sessions.list"),
      create: ask("sessions.create"),
      open: ask("sessions.open"),
      close: ask("sessions.close"),
      duplicate: ask("sessions.duplicate"),
      nearby: ask("sessions.nearby"),
      invite: ask("sessions.invite"),
      join: ask("sessions.join"),
    },
    templates: { list: ask("templates.list"), get: ask("templates.get") },
    view: { subscribe: ask("view.subscribe"), unsubscribe: ask("view.unsubscribe"), snapshot: ask("view.snapshot") },
    guests: {
      show: ask("guests.show"),
      open: ask("guests.open"),
      close: ask("guests.close"),
      revoke: ask("guests.revoke"),
      enter: ask("guests.enter"),
    },
    seat: { add: ask("seat.add") },
    projector: { open: ask("projector.open"), invite: ask("projector.invite") },
    plan: { edit: ask("plan.edit") },
    outcome: { add: ask("outcome.add"), edit: ask("outcome.edit"), remove: ask("outcome.remove") },
    activity: {
      add: ask("activity.add"),
      edit: ask("activity.edit"),
      move: ask("activity.move"),
      remove: ask("activity.remove"),
    },
    run: {
      open: ask("run.open"),
      next: ask("run.next"),
      pause: ask("run.pause"),
      resume: ask("run.resume"),
      extend: ask("run.extend"),
      close: ask("run.close"),
      round: ask("run.round"),
    },
    session: { finish: ask("session.finish"), reopen: ask("session.reopen") },
    floor: { take: ask("floor.take") },
    ready: { set: ask("ready.set") },
    hand: { set: ask("hand.set") },
    response: { give: ask("response.give") },
    note: {
      add: ask("note.add"),
      edit: ask("note.edit"),
      remove: ask("note.remove"),
      move: ask("note.move"),
      place: ask("note.place"),
      star: ask("note.star"),
      back: ask("note.back"),
    },
    group: {
      join: ask("group.join"),
      add: ask("group.add"),
      edit: ask("group.edit"),
      report: ask("group.report"),
      seat: ask("group.seat"),
    },
    text: { splice: ask("text.splice") },
    cluster: {
      add: ask("cluster.add"),
      edit: ask("cluster.edit"),
      remove: ask("cluster.remove"),
      place: ask("cluster.place"),
    },
    notes: {
      add: ask("notes.add"),
      place: ask("notes.place"),
      remove: ask("notes.remove"),
      recolor: ask("notes.recolor"),
    },
    board: { lock: ask("board.lock") },
    connector: { add: ask("connector.add"), edit: ask("connector.edit"), remove: ask("connector.remove") },
    comment: { add: ask("comment.add"), edit: ask("comment.edit"), remove: ask("comment.remove") },
    mark: { set: ask("mark.set") },
    pointer: { set: ask("pointer.set") },
    history: { moments: ask("history.moments"), look: ask("history.look"), bring: ask("history.bring") },
    aside: { take: ask("aside.take") },
    ballot: { cast: ask("ballot.cast") },
    capture: { add: ask("capture.add"), edit: ask("capture.edit"), remove: ask("capture.remove") },
    discuss: { item: ask("discuss.item") },
    parked: { add: ask("parked.add"), settle: ask("parked.settle") },
    action: {
      add: ask("action.add"),
      edit: ask("action.edit"),
      remove: ask("action.remove"),
      accept: ask("action.accept"),
    },
    person: { rename: ask("person.rename"), remove: ask("person.remove"), grant: ask("person.grant") },
    record: { preview: ask("record.preview"), papers: ask("record.papers"), save: ask("record.save") },
    undo: ask("undo"),
    redo: ask("redo"),
  };
}

export type Api = ReturnType<typeof makeApi>;
