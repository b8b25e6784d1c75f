/** What is wrong with a definition: a code, the place in it, and the words for whoever writes it. */
export type DefinitionProblem = { code: string; at: string; detail: string }
