const LONG_ENOUGH = 10_000; // milliseconds in which a browser has taken a file

/** Keep a file where downloads go. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
