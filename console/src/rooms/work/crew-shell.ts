/** Lets the page of the crew open without a line; no other page of the desk is touched by it. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Never from the browser's cache: what is new is found at the next opening.
  void navigator.serviceWorker.register('/crew-sw.js', { scope: '/crew', updateViaCache: 'none' }).catch(() => undefined)
  // What waits to be sent is not to be cleared away when the telephone is full.
  void navigator.storage?.persist?.().catch(() => false)
}
