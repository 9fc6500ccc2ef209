/** What somebody is called whose name the registry does not hold any more, wherever one would stand; an archive takes no names along either. */
export const nameless = 'Removed person'

/** What a panel member is called who never had a name here: answers came as a file, or the whole registry did. */
const neverNamed = 'Imported panel member'

/** The name of a panel member, or what stands in for it; `erasedAt` is when their person was removed. */
export function panelName(name: string | null | undefined, erasedAt: string | null): string {
  return name ?? (erasedAt === null ? neverNamed : nameless)
}
