/** «Sykepleier» becomes «sykepleier», but «HDU-vakt» stays. */
export function withinSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
}
