// The screens that pictures and the accessibility check go through.
const room = "#/room/s1";
const phone = { width: 360, height: 740 };

async function dots(page) {
  for (const [option, times] of [
    ["Red strip", 1],
    ["Same test kit", 2],
  ])
    for (let i = 0; i < times; i++)
      await page
        .getByRole("button", { name: `One dot more for` })
        .filter({ hasText: "" })
        .and(page.locator(`[aria-label*="${option}"]`))
        .click();
}
const write = (page) => page.getByLabel("Add one idea").fill("Ask the school for its fri");

const more = (item) => async (page) => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};
const rescue = async (page) => page.getByRole("button", { name: "If it gets stuck" }).click();
const about = async (page) => {
  await page.locator(".tlist button").first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Make my own of it" }).waitFor();
};
const found = async (page) => {
  await page.getByRole("searchbox").fill("walk back");
  await page.clock.runFor(600);
  await page.getByText("Cool box for the walk back").waitFor();
};
/** Dialogs and screens of one kind each; looked at wide, and again where a phone or Arabic could break them. */
const rooms = [
  ["door", room, "waiting", (page) => page.locator(".wait-acts .btn").last().click()],
  ["rescue", room, "write", rescue],
  ["matters", room, "commit", more("Finish the session")],
  ["paper", room, "write", more("Type in paper notes")],
  ["sees", room, "vote", more("Who sees what")],
  ["carry", room, "write", more("Save as a file to carry")],
  ["hands", room, "vote", (page) => page.getByRole("button", { name: "Count hands instead" }).click()],
  ["queue", room, "discuss", (page) => page.getByRole("region", { name: "Who speaks" }).waitFor()],
  ["charter", "#/plan/s1", "draft", (page) => page.getByRole("button", { name: "Edit" }).first().click()],
  ["template", "#/templates", "draft", about],
  [
    "template-import",
    "#/templates",
    "draft",
    (page) => page.getByRole("button", { name: "Take in a template" }).click(),
  ],
  ["check", "#/check", "draft", (page) => page.getByText("This network keeps laptops apart.").waitFor()],
  ["search", "#/", "draft", found],
  ["join-ways", "#/join", "draft", (page) => page.getByText("Another way in").click()],
].map(([name, path, scene, act]) => ({ name, path, scene, act }));

/** A photo as a phone makes it, only smaller: the dialog shows it before it is sent. */
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPgjr8gnW0FAAbFAfuUapTCAAAAAElFTkSuQmCC",
  "base64",
);
async function choosePicture(page) {
  await page.getByRole("button", { name: "Add a picture" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Picture (PNG, JPEG or GIF)")
    .setInputFiles({ name: "well.png", mimeType: "image/png", buffer: photo });
  await dialog.getByRole("img", { name: "The picture that was chosen" }).waitFor();
}
async function addPicture(page) {
  await choosePicture(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is to be seen?").fill("The well at noon");
  await dialog.getByRole("button", { name: "Add the picture" }).click();
  await page.getByRole("button", { name: "Whole board" }).click();
  await page.clock.runFor(400);
  await page.locator(".bnote img").waitFor();
}
/** The past of the board, with something chosen to come back. */
async function rewind(page) {
  await page.getByRole("button", { name: /Look at the past|النظر إلى الماضي/u }).click();
  const slider = page.getByRole("slider");
  await slider.waitFor();
  await page.clock.runFor(600);
  await slider.fill("5");
  await page.locator('[data-then="lost"]').waitFor();
  await page.locator('[data-then="lost"] input').check();
  await page.locator(".past-eye").scrollIntoViewIfNeeded();
  await page.clock.runFor(600);
}
/** A bundle that is half written, and one that is half taken in. */
const saving = async (page) => {
  await more("Save as a file to carry")(page);
  await page.getByRole("dialog").getByRole("button", { name: "Save the file" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.clock.runFor(300);
};
const takingIn = async (page) => {
  await page.locator(".join details summary").click();
  const field = page.locator(".join input[dir=ltr]").last();
  await field.fill("/media/stick/water.convene");
  await field.press("Enter");
  await page.getByRole("progressbar").waitFor();
};
const lookUp = async (page) => {
  await page.locator(".join .input.big").first().fill("convene://join/#old");
  await page.locator(".join form .btn.big").click();
  await page.locator(".look-up button").waitFor();
};
const findable = async (page) => {
  await page.getByRole("button", { name: "Let people in" }).click();
  await page.getByRole("switch", { name: "Let this link be looked up in the public directory" }).check();
  await page.getByText("The directory knows where this computer is.").waitFor();
};
export const screens = [
  { name: "join-lookup", path: "#/join", act: lookUp },
  { name: "join-lookup-360", path: "#/join", language: "de", ...phone, act: lookUp },
  { name: "join-lookup-ar", path: "#/join", language: "ar", ...phone, act: lookUp },
  { name: "invite-findable", path: "#/plan/s1", scene: "waiting", act: findable },
  { name: "invite-findable-360", path: "#/plan/s1", scene: "waiting", ...phone, act: findable },
  { name: "invite-findable-dark", path: "#/plan/s1", scene: "waiting", dark: true, act: findable },
  { name: "carry-far", path: room, scene: "write", slow: true, act: saving },
  { name: "join-file-far", path: "#/join", slow: true, act: takingIn },
  { name: "join-file-far-360", path: "#/join", slow: true, language: "de", ...phone, act: takingIn },
  { name: "join-file-far-ar", path: "#/join", slow: true, language: "ar", ...phone, act: takingIn },
  ...rooms,
  ...rooms
    .filter(({ name }) =>
      ["door", "matters", "paper", "hands", "charter", "check", "search", "join-ways"].includes(name),
    )
    .map((one) => ({ ...one, name: `${one.name}-360`, ...phone })),
  ...rooms
    .filter(({ name }) => ["door", "matters", "check", "sees"].includes(name))
    .map((one) => ({ ...one, name: `${one.name}-dark`, dark: true })),
  { name: "home", path: "#/" },
  { name: "home-dark", path: "#/", dark: true },
  { name: "home-360", path: "#/", ...phone },
  { name: "locked", path: "#/", locked: true },
  { name: "locked-360", path: "#/", locked: true, language: "ar", ...phone },
  {
    name: "passphrase",
    path: "#/",
    notes: [{ code: "not-encrypted", message: "Plain.", hint: "Set a passphrase." }],
    act: (page) => page.getByRole("button", { name: "Set a passphrase" }).click(),
  },
  { name: "home-empty", path: "#/", empty: true },
  { name: "home-forced", path: "#/", forced: true },
  { name: "settings", path: "#/", act: (page) => page.getByRole("button", { name: "Settings" }).click() },
  { name: "templates", path: "#/templates" },
  { name: "new", path: "#/", act: (page) => page.getByRole("button", { name: "New session" }).click() },
  { name: "join", path: "#/join", empty: false },
  { name: "join-360", path: "#/join", ...phone },
  {
    name: "plan",
    path: "#/plan/s1",
    scene: "draft",
    act: (page) => page.getByRole("button", { name: "Ideas alone" }).click(),
  },
  { name: "plan-dark", path: "#/plan/s1", scene: "draft", dark: true },
  { name: "plan-1024", path: "#/plan/s1", scene: "draft", width: 1024, height: 768 },
  { name: "plan-360", path: "#/plan/s1", scene: "draft", ...phone },
  {
    name: "invite",
    path: "#/plan/s1",
    scene: "waiting",
    act: (page) => page.getByRole("button", { name: "Let people in" }).click(),
  },
  { name: "waiting", path: room, scene: "waiting" },
  { name: "waiting-participant", path: room, scene: "waiting", facilitator: false },
  { name: "waiting-360", path: room, scene: "waiting", facilitator: false, ...phone },
  { name: "live-write", path: room, scene: "write" },
  { name: "live-write-dark", path: room, scene: "write", dark: true },
  { name: "live-write-1024", path: room, scene: "write", width: 1024, height: 768 },
  { name: "live-write-360", path: room, scene: "write", ...phone },
  { name: "live-brief", path: room, scene: "brief" },
  { name: "live-round", path: room, scene: "round" },
  { name: "live-cluster", path: room, scene: "cluster" },
  {
    name: "board-outline",
    path: room,
    scene: "cluster",
    act: async (page) => {
      await page.getByRole("button", { name: "Outline", exact: true }).click();
      await page.locator(".outline [data-note]").first().focus();
    },
  },
  {
    name: "board-palette",
    path: room,
    scene: "cluster",
    act: async (page) => {
      await page.locator("[data-note]").first().click();
      await page.keyboard.press("Control+k");
      await page.getByRole("listbox").waitFor();
    },
  },
  ...["", "-dark", "-360", "-ar", "-ar-360", "-forced"].map((kind) => ({
    name: `board-rewind${kind}`,
    path: room,
    scene: "cluster",
    dark: kind === "-dark",
    forced: kind === "-forced",
    ...(kind.includes("-ar") ? { language: "ar" } : {}),
    ...(kind.includes("-360") ? phone : {}),
    act: rewind,
  })),
  { name: "board-picture", path: room, scene: "cluster", act: choosePicture },
  { name: "board-pictured", path: room, scene: "cluster", act: addPicture },
  { name: "board-pictured-dark", path: room, scene: "cluster", dark: true, act: addPicture },
  {
    name: "board-pictured-outline",
    path: room,
    scene: "cluster",
    act: async (page) => {
      await addPicture(page);
      await page.getByRole("button", { name: "Outline" }).click();
      await page.locator(".orow .picture img").waitFor();
    },
  },
  { name: "live-cluster-dark", path: room, scene: "cluster", dark: true },
  { name: "live-vote", path: room, scene: "vote" },
  { name: "live-result", path: room, scene: "result" },
  { name: "live-discuss", path: room, scene: "discuss" },
  { name: "live-commit", path: room, scene: "commit" },
  { name: "live-later", path: room, scene: "later" },
  { name: "live-gone", path: room, scene: "gone" },
  { name: "live-alone", path: room, scene: "alone" },
  { name: "write", path: room, scene: "write", facilitator: false, act: write },
  { name: "write-dark", path: room, scene: "write", facilitator: false, dark: true, act: write },
  { name: "write-360", path: room, scene: "write", facilitator: false, ...phone, act: write },
  { name: "vote", path: room, scene: "vote", facilitator: false, act: dots },
  { name: "vote-dark", path: room, scene: "vote", facilitator: false, dark: true, act: dots },
  { name: "vote-360", path: room, scene: "vote", facilitator: false, ...phone, act: dots },
  { name: "result-360", path: room, scene: "result", facilitator: false, ...phone },
  { name: "round", path: room, scene: "round", facilitator: false },
  { name: "brief-360", path: room, scene: "brief", facilitator: false, ...phone },
  { name: "cluster-360", path: room, scene: "cluster", facilitator: false, ...phone },
  { name: "cluster", path: room, scene: "cluster", facilitator: false },
  { name: "discuss-360", path: room, scene: "discuss", facilitator: false, ...phone },
  { name: "commit-360", path: room, scene: "commit", facilitator: false, ...phone },
  { name: "commit", path: room, scene: "commit", facilitator: false },
  ...["waiting", "brief", "round", "write", "cluster", "vote", "result", "discuss", "commit", "closed"].map(
    (scene) => ({
      name: `wall-${scene}`,
      path: "#/wall/s1",
      scene,
      // The line that tells the keys goes by itself.
      act: (page) => page.clock.runFor(13_000),
    }),
  ),
  { name: "home-ar", path: "#/", language: "ar" },
  { name: "join-ar", path: "#/join", language: "ar" },
  { name: "plan-ar", path: "#/plan/s1", scene: "draft", language: "ar" },
  { name: "waiting-ar", path: room, scene: "waiting", language: "ar" },
  { name: "live-write-ar", path: room, scene: "write", language: "ar" },
  { name: "live-cluster-ar", path: room, scene: "cluster", language: "ar" },
  { name: "write-ar", path: room, scene: "write", facilitator: false, language: "ar" },
  { name: "write-ar-360", path: room, scene: "write", facilitator: false, language: "ar", ...phone },
  { name: "vote-ar", path: room, scene: "vote", facilitator: false, language: "ar" },
  { name: "live-result-ar", path: room, scene: "result", language: "ar" },
  { name: "record-ar", path: "#/record/s1", scene: "closed", language: "ar" },
  { name: "wall-vote-ar", path: "#/wall/s1", scene: "vote", language: "ar", act: (page) => page.clock.runFor(13_000) },
  { name: "live-write-es", path: room, scene: "write", language: "es" },
  { name: "live-vote-de-360", path: room, scene: "vote", facilitator: false, language: "de", ...phone },
  { name: "record", path: "#/record/s1", scene: "closed" },
  { name: "record-dark", path: "#/record/s1", scene: "closed", dark: true },
  { name: "record-360", path: "#/record/s1", scene: "closed", facilitator: false, ...phone },
];
