const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>/g
export const SCRIPT_LINKS =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload|prefetch)")(?=[^>]*(?:\bas="script"|modulepreload))[^>]*>/g
export const NONCES = / nonce="[^"]*"/g
const STREAM_MARKS = /<!--(?:\$|\/\$|&|\/&)-->|<div hidden=""><\/div>/g
/** React's place-holder of a part that only a script would put in its place, and Next's page that is nothing without its own. */
export const UNFINISHED = /<template id="[BP]:|<html id="__next_error__"/

/**
 * The HTML Next made, without its scripts and what loads them. Null when a part of the page arrives by script only:
 * such a page must not be served this way.
 */
export function withoutScripts(html: string): string | null {
  if (UNFINISHED.test(html)) return null
  return html.replace(SCRIPTS, '').replace(SCRIPT_LINKS, '').replace(NONCES, '').replace(STREAM_MARKS, '')
}
