import { IDBObjectStore } from 'fake-indexeddb'

/** Which of the following writes fail: the nth and a number after it, with an error of this name. */
export type Fault = { atWrite: number; times: number; name: string }

/** Lets writes fail as browsers let them, in every database of this process, until `heal`. */
export function failWrites({ atWrite, times, name }: Fault): { heal(): void } {
  const { add, put } = IDBObjectStore.prototype
  let writes = 0
  const failIfDue = () => {
    writes++
    if (writes < atWrite || writes >= atWrite + times) return
    throw new DOMException('As if the browser had failed.', name)
  }
  IDBObjectStore.prototype.add = function failingAdd(...row) {
    failIfDue()
    return add.apply(this, row)
  }
  IDBObjectStore.prototype.put = function failingPut(...row) {
    failIfDue()
    return put.apply(this, row)
  }
  return {
    heal() {
      IDBObjectStore.prototype.add = add
      IDBObjectStore.prototype.put = put
    },
  }
}
