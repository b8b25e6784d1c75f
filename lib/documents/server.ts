import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Fonts } from './face'

const FOLDER = path.join(process.cwd(), 'node_modules/@expo-google-fonts/tinos')
const readFont = (file: string): Promise<Uint8Array> => readFile(path.join(FOLDER, file))

let fonts: Fonts | undefined

/** Tinos, which has the measures of Times New Roman; read once in a process. */
export async function officialFonts(): Promise<Fonts> {
  fonts ??= await load()
  return fonts
}

async function load(): Promise<Fonts> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    readFont('400Regular/Tinos_400Regular.ttf'),
    readFont('700Bold/Tinos_700Bold.ttf'),
    readFont('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    readFont('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  ])
  return { regular, bold, italic, boldItalic }
}
