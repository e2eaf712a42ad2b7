/**
 * One typed function per method of the Go side. A function asks and waits; it never touches what is drawn: that comes back
 * as a diff. Every failure is an ApiFailure {code, message, hint}.
 */
import type { Methods } from "./types";

export type Method = keyof Methods;

/** Carries one call: the live transport, or a fake in tests. */
export type Caller = (method: Method, params: object) => Promise<unknown>;

export type Ask<M extends Method> = (params: Methods[M]["params"]) => Promise<Methods[M]["result"]>;

type Group = Method extends infer M ? (M extends `${infer G}.${string}` ? G : never) : never;
type Named<G extends string> = Extract<Method, `${G}.${string}`>;

/** Every method under its name: api.note.add for "note.add", api.undo for "undo". */
export type Api = {
  readonly [G in Group]: { readonly [M in Named<G> as M extends `${G}.${infer N}` ? N : never]: Ask<M> };
} & { readonly [M in Exclude<Method, `${string}.${string}`>]: Ask<M> };

/** The functions over any carrier. The answer's shape is the contract's; the Go side is the one that keeps it. */
export function makeApi(call: Caller): Api {
  const ask = (method: string) => (params: object) => call(method as Method, params);
  const group = (name: string) =>
    new Proxy(ask(name), { get: (_, member) => ask(`${name}.${String(member)}`) }) as unknown;
  return new Proxy({} as Api, { get: (_, name) => group(String(name)) });
}
