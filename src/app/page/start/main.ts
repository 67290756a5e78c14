import { startEarlyCode } from '../services/remembered/early-code.ts'
import { startVaultWorker } from './start-vault-worker.ts'

/** The vault takes the longest to start, so it starts before the app's own code is loaded. */
const worker = startVaultWorker()
startEarlyCode(document)
void import('./start-app.tsx').then(({ startApp }) => startApp(worker))
