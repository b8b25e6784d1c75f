/** Without script a file comes in one piece that is taken apart in memory. */
export const MAX_FORM_BYTES = 50 * 1024 ** 2
/** With script it is streamed. */
export const MAX_STREAM_BYTES = 500 * 1024 ** 2
/** Certificates whose issuer is looked for in one file. */
export const MAX_MISSING = 6
