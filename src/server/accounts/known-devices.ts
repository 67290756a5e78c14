import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
/** A browser in which employees have signed in before; `marks` stand for their usernames, the newest first. */
export type KnownDevice = { deviceId: string; marks: readonly string[] }

/** The employees of a phone that a shift shares; whoever signed in before them is as on a new one. */
const maxMarks = 40
const Text = /^([\w-]{36})((?:\.[\w-]{16}){0,40})\.([\w-]{43})$/

/**
 * Reads and writes the cookie by which a browser shows who has signed in with it. It opens nothing: it only says whose
 * wrong tries are counted apart from those of strangers. Nobody gets a mark for a username without its password.
 */
export function knownDevices(key: () => KeyObject, newId: () => string) {
  const seal = (...parts: readonly string[]) =>
    createHmac('sha256', key()).update(JSON.stringify(parts)).digest('base64url')
  const markOf = (host: string, username: string) => seal('username', host, username).slice(0, 16)

  return {
    /** Null for a cookie that this server has not written under this host name. */
    read(host: string, cookie: string | undefined): KnownDevice | null {
      const [, deviceId, marks = '', seen] = Text.exec(cookie ?? '') ?? []
      if (deviceId === undefined || seen === undefined) return null
      const right = seal('device', host, deviceId, marks)
      if (!timingSafeEqual(Buffer.from(right), Buffer.from(seen))) return null
      return { deviceId, marks: marks.split('.').slice(1) }
    },

    knows(device: KnownDevice | null, host: string, username: string): boolean {
      return device?.marks.includes(markOf(host, username)) === true
    },

    /** The cookie's next value, after an employee has signed in. */
    write(device: KnownDevice | null, host: string, username: string): string {
      const { deviceId, marks: before } = device ?? { deviceId: newId(), marks: [] }
      const marks = [...new Set([markOf(host, username), ...before])].slice(0, maxMarks)
      const text = marks.map((mark) => `.${mark}`).join('')
      return `${deviceId}${text}.${seal('device', host, deviceId, text)}`
    },
  }
}

export type KnownDevices = ReturnType<typeof knownDevices>
