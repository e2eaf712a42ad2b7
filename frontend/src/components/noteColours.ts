/** The eight note colours. Colour never carries meaning alone. */
export const noteColours = ["yellow", "orange", "red", "purple", "blue", "cyan", "green", "grey"] as const;
export type NoteColour = (typeof noteColours)[number];

/** The named colour, or yellow for a word we do not know. */
export function noteColour(name: string | undefined): NoteColour {
  return noteColours.find((known) => known === name) ?? "yellow";
}
