/** The account that fetches in the benchmark of the first sync. The server there runs as long as the benchmark. */
export const benchUsername = 'bench'
/** Who takes lists in, in the benchmark of imports. */
export const benchLeader = 'leder'
export const benchPassword = 'riktig hest batteri'

/** The patients' documents as one file, beside the page. */
export const sameBytesPath = '/assets/same-bytes.json'
