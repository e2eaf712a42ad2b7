/** Makes the wall fill its screen, or gives the screen back: by the window where there is one, else by the browser. */
interface WailsRuntime {
  WindowIsFullscreen: () => Promise<boolean>;
  WindowFullscreen: () => void;
  WindowUnfullscreen: () => void;
}

export async function fullScreen(page: Window): Promise<void> {
  const native = (page as unknown as { runtime?: Partial<WailsRuntime> }).runtime;
  if (native?.WindowFullscreen && native.WindowIsFullscreen && native.WindowUnfullscreen) {
    if (await native.WindowIsFullscreen()) native.WindowUnfullscreen();
    else native.WindowFullscreen();
    return;
  }
  const root = page.document;
  try {
    if (root.fullscreenElement) await root.exitFullscreen();
    else await root.documentElement.requestFullscreen();
  } catch {
    // A browser that refuses leaves the wall as large as its window.
  }
}
