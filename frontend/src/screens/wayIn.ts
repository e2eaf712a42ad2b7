/** What somebody typed to come in. Pure. */
export type WayIn = { by: "link"; link: string } | { by: "code"; code: string };

/** A link begins with its scheme; everything else is a code, said aloud and typed as people type: with spaces, in capitals. */
export function wayIn(typed: string): WayIn {
  const text = typed.trim();
  if (/^[a-z]+:/iu.test(text) || text.includes("#")) return { by: "link", link: text };
  return {
    by: "code",
    code: text
      .toLocaleLowerCase("en")
      .replaceAll(/[\s\u2010-\u2015\u2212._]+/gu, "-")
      .replaceAll(/-+/gu, "-"),
  };
}
