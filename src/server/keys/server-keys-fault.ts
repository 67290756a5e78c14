/**
 * The server's keys cannot be used as they lie there, and nothing starts; for whoever starts it to mend. `missing` and
 * `foreign` are about the folder, `damaged` and `open` about one file in it.
 */
export class ServerKeysFault extends Error {
  readonly kind: 'missing' | 'foreign' | 'damaged' | 'open'
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
  damaged: 'It is not the JSON of a key.',
  open: 'It is open to others.',
} satisfies Record<ServerKeysFault['kind'], string>
