/** Downloads the bytes as a file. The object URL is revoked after a minute, when the download has begun. */
export function saveFile(
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  type: 'application/pdf' | 'text/plain;charset=utf-8' = 'application/pdf',
): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
