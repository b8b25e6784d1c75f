import { describe, expect, it } from 'vitest'
import { HOLDERS, isRemote } from './people'

const officials = HOLDERS.filter(({ kind, authority }) => kind === 'person' && authority === 'chinh-phu')
const numbersOf = (holders: typeof officials) => holders.map(({ subject }) => subject.userId).sort()

describe('the leaders who hold a key file', () => {
  it('have an account at the remote service, too', () => {
    const [remote, inFiles] = [officials.filter(isRemote), officials.filter((official) => !isRemote(official))]
    expect(inFiles.length).toBeGreaterThan(1)
    expect(numbersOf(remote)).toEqual(numbersOf(inFiles))
  })
})
