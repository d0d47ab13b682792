// A file that Python made, handed to the browser.

import { make } from "./dom.js";

/** {name, type, content: base64} as `downloads.py` and `corrections.py` give it. */
export function saveFile({ name, type, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const link = make("a", {
    href: URL.createObjectURL(new Blob([bytes], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
