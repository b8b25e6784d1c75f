/** What pages show of an account; said by the database when it or its sessions change. */
export const accountPageTags = { person: (userId: string) => `person:${userId}` } as const
