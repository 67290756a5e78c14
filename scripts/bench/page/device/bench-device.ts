import { type Remote, wrap } from 'comlink'
import { manyPatients } from '../people.ts'
import { patientStream, serviceStream } from './bench-stream.ts'
import { enrol } from './bench-employee.ts'
import type { BenchDevice } from './device.worker.ts'

/** Starts the worker that the app starts with its first screen. */
export function startDevice(): { device: Remote<BenchDevice>; end(): void } {
  const worker = new Worker(new URL('./device.worker.ts', import.meta.url), { type: 'module' })
  return { device: wrap<BenchDevice>(worker), end: () => worker.terminate() }
}

/** Enrols this browser, lets so many patients come, and ends the worker: a phone that lies locked. */
export async function prepareDevice(patients: number): Promise<void> {
  const { device, end } = startDevice()
  const opened = await device.open()
  await enrol(opened)
  await opened.takeIn(await serviceStream())
  await opened.takeIn(await patientStream(manyPatients(patients)))
  end()
}
