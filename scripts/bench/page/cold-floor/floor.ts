import type { Patient } from '#domain/patient/patient.ts'
import { aesOpenJson, importAesKey } from '#storage/crypto/aes.ts'
import { bytesFromCode, standardCost } from '#storage/crypto/key-derivation.ts'
import { type FloorRow, openFloor, resultOf } from './floor-store.ts'

/** The least that a page does from the first digit to the list: it keeps no state, draws by hand and checks nothing. */
let code = ''
const opening = openFloor()

document.addEventListener('keydown', ({ key }) => {
  if (!/^\d$/.test(key)) return
  document.querySelectorAll('i')[code.length]?.classList.add('code-dots__full')
  code += key
  if (code.length === 6) void showList()
})
document.querySelector('#question')?.removeAttribute('hidden')

async function showList(): Promise<void> {
  const store = (await opening).transaction('rows').objectStore('rows')
  const rows = await resultOf<FloorRow[]>(store.getAll())
  const [first] = rows
  if (first === undefined) throw new Error('There are no chunks.')
  const { salt } = first
  const bytes = await bytesFromCode(code, { algorithm: 'argon2id', ...standardCost, salt })
  const key = await importAesKey(bytes)
  const chunks = await Promise.all(
    rows.map(({ id, sealed }) => aesOpenJson(key, sealed, String(id))),
  )
  const patients = chunks.filter(isChunk).flatMap((documents) => documents.map(({ body }) => body))
  const powered = patients.filter(({ services }) => services.some((code) => code === 'BST'))
  powered.sort((a, b) => minutesOf(a) - minutesOf(b) || (a.name.family < b.name.family ? -1 : 1))
  document.querySelector('ol')?.append(...powered.slice(0, 100).map(rowOf))
}

function isChunk(opened: unknown): opened is { body: Patient }[] {
  return Array.isArray(opened)
}

function minutesOf({ devices }: Patient): number {
  return devices[0]?.batteryMinutes ?? Number.MAX_SAFE_INTEGER
}

function rowOf({ id, name, address, livesAlone, devices, priority }: Patient): HTMLElement {
  const row = document.createElement('li')
  const link = document.createElement('a')
  link.href = `/pasient/${id}`
  link.append(`${name.family}, ${name.given}`)
  const [device] = devices
  const facts = [
    device?.batteryMinutes === null ? 'ikke kjent' : `${(device?.batteryMinutes ?? 0) / 60} t`,
    priority?.level ?? '',
    `${device?.listedAs ?? ''} · Reserve: ${device?.reserve ?? ''}`,
    [address?.street, address?.detail, livesAlone === true ? 'bor alene' : ''].join(' · '),
  ]
  row.append(
    link,
    ...facts.map((fact) => Object.assign(document.createElement('p'), { textContent: fact })),
  )
  return row
}
