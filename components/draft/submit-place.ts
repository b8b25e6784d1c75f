/** Where on a review it is handed in. */
export const SUBMIT_FORM = 'nop'
