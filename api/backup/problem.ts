/** Why a backup could not be taken, or not be restored: a sentence for people, and nothing has changed. */
export class BackupProblem extends Error {}

/** Another process has taken it, or is at it. */
export class TakenAlready extends BackupProblem {}
