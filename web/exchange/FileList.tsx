/** A file that can be taken away. `opens`: it is for reading where it is, not for keeping. */
export interface TakenFile {
  name: string
  /** What kind of file, as people call it. */
  kind: string
  address: string
  what: string
  opens?: boolean
}

export function FileList({ files }: { files: readonly TakenFile[] }) {
  return (
    <ul className="offing-files">
      {files.map(({ name, kind, address, what, opens }) => (
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
