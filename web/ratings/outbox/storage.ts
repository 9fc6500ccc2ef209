import type { Unsent } from './unsent.ts'

/**
 * What is not sent yet, in the browser's storage, so that it outlives a reload, a closed tab and a flat battery. Each answer
 * stands by itself, so that two tabs never overwrite one another's. By account: nobody else who signs in here sees them.
 */
export class UnsentStorage {
  private readonly prefix: string
  /** False once the browser has refused to store: then they live as long as the page does. */
  works = true

  constructor(account: string) {
    this.prefix = `${prefixOfAll}${account} `
  }

  all(): Map<string, Unsent> {
    const found = new Map<string, Unsent>()
    for (const key of keysWith(this.prefix)) {
      const unsent = parsed(window.localStorage.getItem(key))
      if (unsent) found.set(key.slice(this.prefix.length), unsent)
    }
    return found
  }

  keep(name: string, unsent: Unsent): void {
    try {
      window.localStorage.setItem(this.prefix + name, JSON.stringify(unsent))
    } catch {
      this.works = false
    }
  }

  drop(name: string): void {
    try {
      window.localStorage.removeItem(this.prefix + name)
    } catch {
      this.works = false
    }
  }

  /** Tells when another tab has changed something. */
  watch(changed: (name: string, unsent: Unsent | null) => void): () => void {
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(this.prefix)) changed(key.slice(this.prefix.length), parsed(newValue))
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }
}

const prefixOfAll = 'offing-unsent '

/** How many answers of an account are kept in this browser. */
export const countUnsent = (account: string) => keysWith(`${prefixOfAll}${account} `).length

function keysWith(prefix: string): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

function parsed(text: string | null): Unsent | null {
  try {
    return text === null ? null : (JSON.parse(text) as Unsent)
  } catch {
    return null
  }
}
