/** What a panel member is called of whom the registry knows no name: answers came as a file, or the whole registry did. */
export const nameless = 'Imported panel member'
