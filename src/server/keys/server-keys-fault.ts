/**
 * The server's keys cannot be used and nothing starts; the person who starts the server must correct it. `missing`,
 * `foreign`, `older`, `rootNeeded` and `identityKey` are about the folder, `damaged` and `readableByOthers` about one file in it.
 */
export class ServerKeysFault extends Error {
  readonly kind:
    | 'missing'
    | 'foreign'
    | 'older'
    | 'rootNeeded'
    | 'identityKey'
    | 'damaged'
    | 'readableByOthers'
  readonly path: string

  constructor(kind: ServerKeysFault['kind'], path: string, cause?: unknown) {
    super(`${path}: ${words[kind]}`, { cause })
    this.name = 'ServerKeysFault'
    this.kind = kind
    this.path = path
  }
}

const words = {
  missing: 'The keys that this database is used with are missing.',
  foreign: 'This database is used with other keys.',
  older: 'This database was used with newer keys of the same root.',
  rootNeeded: 'The root key that this database is used with is not there to sign new keys.',
  identityKey: 'The key by which this database knows patients again is missing, or another one.',
  damaged: 'It is not the JSON of a key, or not rightly signed.',
  readableByOthers: 'Other users of this machine can read it.',
} satisfies Record<ServerKeysFault['kind'], string>
