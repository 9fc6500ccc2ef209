import type { Role } from '../contract/session.ts'
import { actionMeanings, grantMeanings, settingOf } from './permission-words.ts'
import { type Action, forTokens, type Grant, openedBy, permissions } from './permissions.ts'

const columns: readonly (Role | 'anyone')[] = ['anyone', 'board', 'lead', 'scanner', 'admin']

/** Who may do an action, each with how far: "board (drafts), scanner". */
export function whoMay(action: Action): string {
  return columns.flatMap(named(action)).join(', ')
}

const named = (action: Action) => (role: Role | 'anyone') => {
  const grant = (permissions[action] as Partial<Record<Role | 'anyone', Grant>>)[role]
  if (!grant) return []
  const setting = role === 'anyone' ? openedBy[action] : undefined
  const limits = [grant === 'all' ? '' : grant, setting ? `if ${settingOf[setting]} is on` : ''].filter(Boolean)
  return [limits.length > 0 ? `${role} (${limits.join(', ')})` : role]
}

/** docs/permissions.md, made from the table. */
export function permissionsPage(): string {
  const rows = (Object.keys(permissions) as Action[]).map((action) => {
    const row: Partial<Record<Role | 'anyone', Grant>> = permissions[action]
    const setting = openedBy[action]
    const cells = columns.map((role) => (row[role] ? `${row[role]}${role === 'anyone' && setting ? ' *' : ''}` : '–'))
    return `| \`${action}\` | ${actionMeanings[action]} | ${cells.join(' | ')} | ${forTokens.has(action) ? 'yes' : '–'} |`
  })
  const grants = Object.entries(grantMeanings).map(([grant, meaning]) => `| ${grant} | ${meaning} |`)
  return `# Who may do what

Made from \`api/accounts/permissions.ts\` by \`npm run permissions\`; a test holds the two equal. Routes, buttons and the OpenAPI document
(\`x-action\`, \`x-grants\`) are made from the same table. **What is not in it is denied.** \`anyone\` is whoever asks, signed in or not. An account
with several roles has the widest grant of any. Whether *this* technology, round or seat is within a grant is looked up with it.

| action | what it is | ${columns.join(' | ')} | by a token |
|---|---|${columns.map(() => '---|').join('')}---|
${rows.join('\n')}

\\* Only where a setting opens it; all are off by default: ${openings()}. See [settings](settings.md).

**By a token**: a machine's [access token](interface.md) has the part of its role that is marked here. All else takes a person.

| grant | how far it reaches |
|---|---|
${grants.join('\n')}
`
}

function openings(): string {
  const opened = Object.entries(settingOf).map(([opening, setting]) => {
    const actions = Object.entries(openedBy).filter(([, by]) => by === opening)
    return `\`${setting}\` opens ${actions.map(([action]) => `\`${action}\``).join(', ')}`
  })
  return opened.join('; ')
}
