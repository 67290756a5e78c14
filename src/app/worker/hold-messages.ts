/**
 * Keeps what the page sends while the vault is still being opened: a worker hands out messages from
 * its first pause, whether anybody listens or not. The answer hands them out again, in their order.
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
