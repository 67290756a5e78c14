/** pdfmake brings no types; these are the calls that the peer makes. */
declare module 'pdfmake/build/pdfmake.js' {
  type Fonts = Record<string, { normal: string; bold: string }>
  const pdfMake: {
    addVirtualFileSystem(base64ByName: Record<string, string>): void
    addFonts(fonts: Fonts): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfMake
}
