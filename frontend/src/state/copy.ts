/** Puts text on the clipboard: by the window's own way, else the browser's; answers false when only a hand can copy. */
interface WailsRuntime {
  runtime?: { ClipboardSetText?: (text: string) => Promise<boolean> };
}

export async function copyText(text: string, field?: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  const native = (window as unknown as WailsRuntime).runtime?.ClipboardSetText;
  try {
    if (native) return await native(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return false;
  }
}
