/** A wrong configuration: told in one line, without a stack trace. */
export class StartRefused extends Error {}
