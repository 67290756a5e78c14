/**
 * Keeps messages from the page until the vault is open: a worker dispatches messages as soon as its
 * script awaits something, also when nothing listens yet. The returned function dispatches them again, in order.
 */
export function holdMessages(): () => void {
  const held: MessageEvent[] = []
  const hold = (event: MessageEvent) => held.push(event)
  self.addEventListener('message', hold)
  return () => {
    self.removeEventListener('message', hold)
    for (const { data, ports } of held) {
      self.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }))
    }
  }
}
