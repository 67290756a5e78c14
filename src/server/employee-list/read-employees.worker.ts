import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod/mini'
import { readEmployeeRows } from './read-employee-rows.ts'

if (parentPort === null) throw new Error('Lists are read in a thread of their own.')
const { bytes } = z.object({ bytes: z.instanceof(Uint8Array) }).parse(workerData)
parentPort.postMessage(readEmployeeRows(bytes))
