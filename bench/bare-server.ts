/** The limit: what node:http sends at best. Run as a process of its own; the answer's size and query are arguments. */
import { createServer } from 'node:http'
import postgres from 'postgres'

const [bytes = '0', databaseUrl = ''] = process.argv.slice(2)
const body = Buffer.alloc(Number(bytes), 'x')
const sql = databaseUrl === '' ? null : postgres(databaseUrl, { max: 16 })

const server = createServer((request, response) => {
  const send = () => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
    response.end(body)
  }
  if (sql === null) {
    send()
    return
  }
  const code = request.url?.split('=')[1] ?? ''
  void sql`select submission_code, dossier_code, state from dossiers
    where dossier_code = ${code} or submission_code = ${code} limit 1`.then(send)
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.once('disconnect', () => process.exit(0))
