import type { DiscussionItem } from '../../api/contract/panel-view.ts'

type View = DiscussionItem['specialisms'][number]['view']

export const consensusWords: Record<View['consensus'], string> = {
  'too-few': 'Too few answers to say',
  withheld: 'Not shown',
  agreement: 'The panel agrees',
  disagreement: 'The panel disagrees',
}

/** "2 no change, 1 already normal practice, 1 can’t judge"; nothing where all said Yes. */
export function stancesSentence({ notAffected, already, cannotJudge }: NonNullable<View['stances']>): string {
  const parts = [
    notAffected > 0 ? `${notAffected} no change` : '',
    already > 0 ? `${already} already normal practice` : '',
    cannotJudge > 0 ? `${cannotJudge} can’t judge` : '',
  ]
  return parts.filter(Boolean).join(', ') || '–'
}
