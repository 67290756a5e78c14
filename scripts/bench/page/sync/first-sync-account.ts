/** Who fetches in the benchmark of the first sync; the server there lives as long as it. */
export const benchUsername = 'bench'
export const benchPassword = 'riktig hest batteri'

/** The patients' documents as one file, beside the page. */
export const sameBytesPath = '/assets/same-bytes.json'
