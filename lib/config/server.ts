import 'server-only'
import { parseConfig, type Config } from './parse-config'

let parsed: Config | undefined

/** The configuration of this process; throws the one line that names the wrong variable. */
export function config(): Config {
  if (parsed !== undefined) return parsed
  const result = parseConfig(process.env)
  if (!result.ok) throw new Error(result.error)
  parsed = result.value
  return parsed
}
