const MEGABYTE = 1024 ** 2

/** More is neither decoded nor drawn: memory must not grow with the file. */
export const MAX_DECODED_BYTES = 100 * MEGABYTE
export const MAX_IMAGE_MEGAPIXELS = 120
/** A picture that must be held whole to be drawn, and is more than this, is kept undrawn: 120 megapixels as cameras write them are less. */
export const MAX_HELD_BYTES = 384 * MEGABYTE
/** A strip of paper kilometres long still gives a picture of bounded size. */
export const MAX_HEIGHT = 6000
/** What pdfium and libheif may each grow to. */
export const MAX_WASM_BYTES = 448 * MEGABYTE
