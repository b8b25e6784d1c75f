/** Holds the token of the browser that asked to submit and was sent to confirm who uses it. */
export const WISH_COOKIE = 'nop-tiep'
