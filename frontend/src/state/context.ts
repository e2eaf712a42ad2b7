/** Hands the desk and the open session to the screens below. */
import { createContext } from "svelte";
import type { Desk } from "./desk.svelte";
import type { Room } from "./room.svelte";

export const [useDesk, provideDesk] = createContext<Desk>();
export const [useRoom, provideRoom] = createContext<Room>();
