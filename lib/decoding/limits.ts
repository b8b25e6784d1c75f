const MEGABYTE = 1024 ** 2

/** More is neither decoded nor drawn: memory must not grow with the file. */
export const MAX_DECODED_BYTES = 100 * MEGABYTE
export const MAX_IMAGE_MEGAPIXELS = 120
/** A strip of paper kilometres long still gives a picture of bounded size. */
export const MAX_HEIGHT = 6000
/** What pdfium and libheif may each grow to. */
export const MAX_WASM_BYTES = 448 * MEGABYTE
