// The crew's page without a line. It answers for /crew and nothing else of the desk; data is the page's own affair (IndexedDB).
const version = 'VERSION'
const files = [/* FILES */]
const prefix = 'akmasa-crew-'
const mine = prefix + version
const patience = 4000

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(caches.open(mine).then((cache) => cache.addAll(['/crew', '/icon.svg', ...files].map((file) => new Request(file, { cache: 'no-cache' })))))
})
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    // A page that is open may still ask for a file of the version before.
    const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine)
    await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
    await self.clients.claim()
  })())
})
self.addEventListener('fetch', (event) => {
  const { request } = event, url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (url.pathname === '/crew') event.respondWith(page(request))
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg') event.respondWith(kept(request))
})

/** What the desk has now, if it says so in time; else what is kept here. Where nothing is kept, the desk is waited for. */
async function page(request) {
  const fresh = fetch(request).then((response) => (response.ok ? response : Promise.reject(new Error(String(response.status)))))
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), patience))
  try {
    return await Promise.race([fresh, late])
  } catch {
    return (await (await caches.open(mine)).match('/crew')) ?? fresh
  }
}
/** Names of files say what is in them: one that is kept never grows old. */
const kept = async (request) => (await caches.match(request)) ?? fetch(request)
