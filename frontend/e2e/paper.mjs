// Prints the sheets of the record as the print dialog would: the page is caught when it asks for the dialog.

/** The section of the record where a sheet is chosen. */
const choice = (page) => page.locator("section", { has: page.getByRole("heading", { name: "On paper" }) });

/** kinds are the sheets that can be printed. */
export const kinds = (page) =>
  choice(page)
    .locator("select option")
    .evaluateAll((list) => list.map((option) => option.value));

/** printed is a sheet as a PDF. */
export async function printed(page, kind) {
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-asked", "")));
  await choice(page).locator("select").first().selectOption(kind);
  await choice(page).getByRole("button", { name: "Print" }).click();
  await page.locator("body[data-asked]").waitFor({ state: "attached" });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.evaluate(() => {
    document.body.removeAttribute("data-asked");
    window.dispatchEvent(new Event("afterprint"));
  });
  return pdf;
}

/** pages counts the pages of a PDF. */
export const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
