import { z } from 'zod'
import { signingPaths } from '@/lib/signing'

const answer = z.union([z.object({ href: z.string() }), z.object({ words: z.string() })])
export type SendOutcome = { href: string } | { words: string | null }

/** Streams a file to be checked; `onSent` hears the share sent. Words are null when there was no answer. */
export function sendFile(file: File, onSent: (share: number) => void): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', signingPaths.checkUpload())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-ten-tep', encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total }) => {
      onSent(total === 0 ? 0 : loaded / total)
    }
    request.onerror = () => {
      resolve({ words: null })
    }
    request.onload = () => {
      resolve(parseOutcome(request.responseText))
    }
    request.send(file)
  })
}

function parseOutcome(text: string): SendOutcome {
  try {
    return answer.parse(JSON.parse(text))
  } catch {
    return { words: null }
  }
}
