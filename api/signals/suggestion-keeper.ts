import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Registry } from '../../db/open.ts'
import { type SignalTexts, textsOfSignals, triagedTitles, unreadVersions } from '../../db/signal-words.ts'
import type { RegistryState } from '../../db/state.ts'
import type { SignalSuggestions } from '../contract/signals.ts'
import { identifiersIn, plainIdentifiers } from './identifiers.ts'
import { type Experience, experienceOf, likelihoodOf, percentOf, sentencesOf } from './likelihood.ts'
import { namesIn, type ReasonKind, type SignalWords, sentenceOf, suggest } from './suggest.ts'
import { type TechnologyIndex, wordsOf } from './technology-index.ts'
import { TechnologyKeeper } from './technology-keeper.ts'

/** A signal is told by the beginning of its text. */
const mostText = 2000
const mostExperience = 2000
const atATime = 250

interface Kept {
  version: number
  words: SignalWords
  /** What it was found to hold, by which index. */
  holds: ReasonKind[]
  heldBy: TechnologyIndex | undefined
}

/**
 * What unread signals are about, kept in memory: taking 20,000 texts apart takes a second or two, so that it is done once, in small steps, and
 * afterwards for new and changed signals alone.
 */
export class SuggestionKeeper {
  private readonly registry: Registry
  private readonly signals = new Map<string, Kept>()
  /** One copy of each word: texts share most of them. */
  private readonly words = new Map<string, string>()
  private readonly technologies: TechnologyKeeper
  private seen: { at: number; index: TechnologyIndex } | undefined
  private experience: { at: number; experience: Experience } | undefined
  private refreshing: Promise<void> = Promise.resolve()

  constructor(registry: Registry) {
    this.registry = registry
    this.technologies = new TechnologyKeeper(registry.read)
  }

  /** Technologies that a signal may be about, and how likely it is to be of use, both with their reasons. */
  async suggestionsFor(id: string, state: RegistryState): Promise<SignalSuggestions> {
    const [texts] = await textsOfSignals(this.registry.read, [id])
    const words = this.takenApart(texts!)
    const suggestions = suggest(words, await this.technologies.indexAt(state))
    const reasons = suggestions.flatMap((one) => one.reasons)
    const kinds = reasons.map(({ kind }) => kind)
    const likelihood = likelihoodOf(words.title, kinds, await this.experienceNow())
    const naming = reasons.filter(({ kind }) => kind !== 'common-words').map(sentenceOf)
    return {
      items: suggestions.map(({ technology: { slug, name }, reasons }) => ({
        technology: { slug, name },
        reasons: reasons.map(sentenceOf),
      })),
      likelihood: {
        percent: percentOf(likelihood.logOdds),
        reasons: [...new Set([...naming, ...sentencesOf(likelihood)])],
      },
    }
  }

  /** These unread signals with their points (a thousandth of log odds each), the likeliest first, then the newest. */
  async inOrder(ids: readonly string[], state: RegistryState): Promise<{ id: string; points: number }[]> {
    this.refreshing = this.refreshing.catch(() => undefined).then(() => this.refresh(state))
    await this.refreshing
    const experience = await this.experienceNow()
    const { round } = Math
    const ordered = ids.flatMap((id) => {
      const kept = this.signals.get(id)
      return kept ? [{ id, points: round(1000 * likelihoodOf(kept.words.title, kept.holds, experience).logOdds) }] : []
    })
    return ordered.sort((a, b) => b.points - a.points || (a.id < b.id ? 1 : -1))
  }

  private async refresh(state: RegistryState): Promise<void> {
    const index = await this.technologies.indexAt(state)
    const at = this.registry.dataVersion()
    if (this.seen?.at === at && this.seen.index === index) return
    const present = await unreadVersions(this.registry.read)
    const unread = new Set(present.map(({ id }) => id))
    for (const id of this.signals.keys()) if (!unread.has(id)) this.signals.delete(id)
    const changed = present.filter(({ id, version }) => this.signals.get(id)?.version !== version)
    for (let at = 0; at < changed.length; at += atATime) {
      const ids = changed.slice(at, at + atATime).map(({ id }) => id)
      for (const texts of await textsOfSignals(this.registry.read, ids)) this.keep(texts)
      await turnOfOthers()
    }
    let held = 0
    for (const kept of this.signals.values()) {
      if (kept.heldBy === index) continue
      kept.holds = holdsOf(kept.words, index)
      kept.heldBy = index
      if (++held % atATime === 0) await turnOfOthers()
    }
    this.seen = { at, index }
  }

  private keep(texts: SignalTexts): void {
    this.signals.set(texts.id, { version: texts.version, words: this.takenApart(texts), holds: [], heldBy: undefined })
  }

  private takenApart({ title, text, identifiers, about }: SignalTexts): SignalWords {
    const shared = (word: string) => {
      const known = this.words.get(word)
      if (known === undefined) this.words.set(word, word)
      return known ?? word
    }
    const beginning = text.slice(0, mostText)
    return {
      title: wordsOf(title).map(shared),
      text: wordsOf(beginning).map(shared),
      identifiers: [...plainIdentifiers(identifiers), ...identifiersIn(`${title} ${beginning}`)],
      about,
    }
  }

  /** What the team did lately; looked up anew once anybody has committed anything. */
  private async experienceNow(): Promise<Experience> {
    const at = this.registry.dataVersion()
    if (this.experience?.at === at) return this.experience.experience
    const titles = await triagedTitles(this.registry.read, mostExperience)
    const experience = experienceOf(titles.map(({ title, isLinked }) => ({ title: wordsOf(title), isLinked })))
    this.experience = { at, experience }
    return experience
  }
}

/** As `suggest` finds it, of what makes a signal likely alone. */
function holdsOf(words: SignalWords, index: TechnologyIndex): ReasonKind[] {
  const holds: ReasonKind[] = []
  if (words.about !== null && index.bySlug.has(words.about)) holds.push('about')
  if (words.identifiers.some((one) => index.byIdentifier.has(one))) holds.push('identifier')
  if (namesIn(words.title, index).size > 0) holds.push('title-name')
  else if (namesIn(words.text, index).size > 0) holds.push('text-name')
  return holds
}
