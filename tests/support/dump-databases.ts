/**
 * Everything that lies in the databases of an origin, as texts to search: keys, values, and bytes
 * read as UTF-8 and as UTF-16. It needs nothing from outside itself, so that a browser can run it.
 */
export async function dumpDatabases(factory: IDBFactory): Promise<string[]> {
  const texts: string[] = []

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- A browser gets this function alone.
  function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('No answer')))
    })
  }

  function collect(value: unknown): void {
    if (value instanceof ArrayBuffer) collect(new Uint8Array(value))
    else if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      texts.push(new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes))
    } else if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        texts.push(name)
        collect(member)
      }
    } else texts.push(String(value))
  }

  for (const { name } of await factory.databases()) {
    if (name === undefined) continue
    texts.push(name)
    const database = await answer(factory.open(name))
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store)
      texts.push(store)
      collect(await answer(rows.getAllKeys()))
      collect(await answer(rows.getAll()))
    }
    database.close()
  }
  return texts
}

/** Those of the words that stand in the clear somewhere in a dump, in any case of letters. */
export function wordsFound(dump: readonly string[], words: readonly string[]): string[] {
  const all = dump.join('\n').toLowerCase()
  return words.filter((word) => all.includes(word.toLowerCase()))
}
