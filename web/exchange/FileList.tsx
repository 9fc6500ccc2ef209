import type { Action } from '../../api/accounts/permissions.ts'
import { useAccount } from '../shared/account.ts'

/** A file that can be taken away. `opens`: it is for reading where it is, not for keeping. */
export interface TakenFile {
  name: string
  /** What kind of file, as people call it. */
  kind: string
  address: string
  /** What one must be allowed to, to take it. */
  action: Action
  what: string
  opens?: boolean
}

/** The files that the reader may take, of these. */
export function FileList({ files }: { files: readonly TakenFile[] }) {
  const { actions } = useAccount()
  return (
    <ul className="offing-files">
      {files
        .filter(({ action }) => actions.includes(action))
        .map(({ name, kind, address, what, opens }) => (
          <li key={address}>
            <a href={address} download={!opens}>
              {name} ({kind})
            </a>
            <span className="offing-files__what offing-quiet">{what}</span>
          </li>
        ))}
    </ul>
  )
}
