import { LockNews, type LockNewsChannel, noLockNews } from '#domain/vault/lock-news.ts'

/** A channel between the tabs and workers of this browser profile. */
export function lockNewsChannel(name = 'beredt-locks'): LockNewsChannel {
  if (!('BroadcastChannel' in globalThis)) return noLockNews
  const channel = new BroadcastChannel(name)
  return {
    tell: (news) => channel.postMessage(news),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => {
        // A tab of an older or newer build may say something else.
        const news = LockNews.safeParse(data)
        if (news.success) listener(news.data)
      })
    },
  }
}
