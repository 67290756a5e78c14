/** What is longer is neither a title nor a heading, and must not keep the server busy. */
export const maxTitleLength = 500
