// Answers from what `prepare.ts` has kept.
self.addEventListener('fetch', (event) => {
  const kept = caches.match(event.request, { ignoreVary: true })
  event.respondWith(kept.then((answer) => answer ?? fetch(event.request)))
})
