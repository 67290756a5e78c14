import { EmployeeId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { type ScreenBench, screenBench } from './screen-bench.tsx'

export const codeOfBerit = '271828'

type Sharing = {
  /** Berit's. */
  role?: Role
  /** What the municipality has besides the forms that it begins with. */
  forms?: readonly Questionnaire[]
}

/** Berit has a code on Kari's phone; Kari has it open, and there is no network. */
export async function aSharedBench({ role = 'nurse', forms = [] }: Sharing = {}) {
  const bench = await screenBench()
  await bench.server.write(
    StreamId.parse('demo/real/*/forms'),
    forms.map((form) => ({ kind: 'put', ...documentOf('questionnaire', form) })),
  )
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  const author = { employeeId, name: 'Berit Haugen', title: 'Sykepleier', hprNumber: null }
  const { vault } = bench.device.core()
  const prepared = await vault.prepareEnrolment({
    challenge: bench.server.keys.challenge(),
    expectedRoot: null,
    profile: { ...bench.profile, author, role },
    code: codeOfBerit,
    label: 'Jobbtelefon Nord 2 – 04',
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  const answer = await bench.server.keys.answer(prepared.value, employeeId)
  const completed = await vault.completeEnrolment(answer)
  if (!completed.ok) throw new Error(completed.refusal.kind)
  await bench.enrol()
  bench.server.stop()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  if (patient === undefined) throw new Error('The demo has nobody of that name.')
  return { bench, patientId: patient.id }
}

/** The code of the one whom the phone is handed to, and her signature. */
export async function enterCode(
  screen: Awaited<ReturnType<ScreenBench['draw']>>,
  code: string,
): Promise<void> {
  for (const digit of code) {
    await screen.getByRole('button', { name: digit, exact: true }).click()
  }
  await screen.getByRole('button', { name: 'Signer dobbeltkontrollen' }).click()
}
