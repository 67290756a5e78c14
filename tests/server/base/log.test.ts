import { expect, test } from 'vitest'
import { openLog } from '#server/base/log.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('ids, kinds and counts are logged', () => {
  const line = logged((log) =>
    log.info({ zone: 'nord-1', count: 3, kind: 'stored' }, 'entries taken'),
  )

  expect(JSON.parse(line)).toMatchObject({
    zone: 'nord-1',
    count: 3,
    kind: 'stored',
    msg: 'entries taken',
  })
})

test.each([
  ['an unknown field', (log) => log.info({ name: 'Kari Nordmann' }, 'taken')],
  [
    'a known field with more in it',
    (log) => log.info({ kind: { name: 'Kari Nordmann' } }, 'taken'),
  ],
  ['a known field that is too long', (log) => log.info({ reason: 'Kari '.repeat(40) }, 'taken')],
  ['an error', (log) => log.error(new Error('Kari Nordmann'))],
  ['an error as a field', (log) => log.error({ err: new Error('Kari\n at Nordmann') })],
  ['a cause', (log) => log.error({ err: new Error('x', { cause: new Error('Kari') }) }, 'taken')],
  ['words put into a message', (log) => log.info('taken from %s', 'Kari Nordmann')],
  ['a child’s own field', (log) => log.child({ patient: 'Kari Nordmann' }).info('taken')],
] satisfies [string, (log: ReturnType<typeof openLog>) => void][])(
  '%s is left out',
  (_case, write) => {
    const line = logged(write)

    expect(line).toContain('"msg"')
    expect(line).not.toContain('Kari')
  },
)

test('an error keeps its kind, its code and where it was', () => {
  const error = Object.assign(new TypeError('Kari Nordmann'), { code: '23505' })

  const line = logged((log) => log.error({ err: error }, 'request failed'))

  expect(JSON.parse(line)).toMatchObject({
    fault: 'TypeError',
    code: '23505',
    msg: 'request failed',
  })
  expect(line).toContain('log.test.ts')
})
