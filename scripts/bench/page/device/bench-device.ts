import { type Remote, wrap } from 'comlink'
import { manyPatients } from '../people.ts'
import { headOf, patientStream, peopleStream, serviceStream } from './bench-stream.ts'
import { startWorker } from '../page-worker.ts'
import { enrol } from './bench-employee.ts'
import type { BenchDevice } from './device.worker.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of a worker its module's default.
import deviceUrl from './device.worker.ts?worker&url'

/** Starts the worker that the app starts with its first screen. */
export function startDevice(): { device: Remote<BenchDevice>; end(): void } {
  const worker = startWorker(deviceUrl)
  return { device: wrap<BenchDevice>(worker), end: () => worker.terminate() }
}

/**
 * Enrols this browser, lets so many patients come, and what was said of the first of them, and ends the worker: a phone
 * that lies locked.
 */
export async function prepareDevice(patients: number, saidOf = 0): Promise<void> {
  const { device, end } = startDevice()
  const opened = await device.open()
  const server = await enrol(opened)
  const people = manyPatients(patients)
  const said = saidOf === 0 ? [] : [await peopleStream(people.slice(0, saidOf))]
  const streams = [await serviceStream(), await patientStream(people), ...said]
  for (const stream of streams) await opened.takeIn(stream, await headOf(stream, server))
  end()
}
