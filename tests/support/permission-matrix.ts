import type { Role } from '../../api/contract/session.ts'

/**
 * Who may do what, written down by hand a second time, so that a cell of the table in `api/accounts/permissions.ts` cannot change by
 * mistake. A line: action | who may, with how far where that is not all of it | whether a token may | the operations behind it.
 * Whoever adds an action or an operation says here who may, too.
 */
const written = `
about.read | anyone | token | readAbout
session.open | anyone | - | lookAround signIn startSingleSignOn finishSingleSignOn askForSignInLink signInByLink
session.read | board:own lead:own scanner:own admin:own | token | readSession
session.close | board:own lead:own scanner:own admin:own | - | signOut
second-factor.give | board:own lead:own scanner:own admin:own | - | giveSecondFactor
second-factor.set-up | board:own lead:own scanner:own admin:own | - | beginSecondFactor confirmSecondFactor
own-account.read | board:own lead:own scanner:own admin:own | - | listOwnSessions readOwnAccount exportOwnData
own-account.write | board:own lead:own scanner:own admin:own | - | changeOwnPassword endOwnSession endOtherSessions removeSecondFactor renewRecoveryCodes
accounts.read | admin | - | listSessionsOf listAccounts readAccount
accounts.write | admin | - | endSessionOf endSessionsOf removeSecondFactorOf addPerson changeAccount inviteAgain sendPasswordReset eraseAccount exportAccountData findSender eraseSender
tokens.read | admin | token | listTokens
tokens.write | admin | - | makeToken revokeToken
audit.read | admin | token | listAudit listAuditChoices readAuditCheck checkAudit
audit.export | admin | token | exportAuditCsv exportAuditLines
settings.read | admin | token | readService listSettings
documentation.read | anyone | token | readDocument readDocs
taxonomy.read | board lead scanner admin | token | listPolicyFrames listCategories listSpecialisms listTaxonomy readTaxon listTaxonVersions
taxonomy.write | admin | - | addTaxon changeTaxon
technologies.read | board:in-drafts lead:in-scans scanner admin | token | listTechnologies readTechnology listTechnologyChanges compareTechnologyStates readAttachedFile search listOutcomes
technologies.write | scanner | token | listNearNames enterTechnology changeTechnology archiveTechnology
evidence.add | lead:in-scans scanner | token | addEvidence
evidence.write | scanner | token | changeEvidence archiveEvidence attachFile archiveFile
notes.read | scanner admin | token | listTechnologyNotes
notes.write | scanner | token | addTechnologyNote withdrawTechnologyNote
outcomes.write | scanner | token | recordOutcome withdrawOutcome
scans.read | board:drafts lead scanner admin | token | listScans readScan readMethod listMethodVersions readRound readStatement
scans.write | scanner | token | createScan changeScan
methods.write | scanner | - | changeMethod
rounds.plan | scanner admin | token | readAskedTechnologies readPilotResult readWorkload readWorthAnotherLook
rounds.prepare | scanner | token | prepareRound changeRound askInRound takeBackTechnology shareOutRound takeBackShares
rounds.run | scanner | - | openRound closeRound runPilot
panel.read | scanner admin | token | readPanel
panel.write | scanner | - | listPanelCandidates readPanelTemplateCsv readPanelTemplateWorkbook previewPanel inviteMany invitePanellist changeSeat handOver
progress.read | board:counts lead:counts scanner admin | token | readRoundProgress
messages.read | scanner admin | token | listMessages
messages.send | scanner | - | writeMessages markMessagesSent discardMessages sendMessagesAgain
messages.copy | scanner | - | renderMessages
messages.export | scanner | - | mailMergeCsv mailMergeWorkbook
password.reset | anyone | - | askForNewPassword setNewPassword
first-password.set | anyone | - | setFirstPassword
ratings.record | lead:own | - | readPanelView readMyAnswers readRating recordRating
ratings.type-in | scanner:own | - | listPaperItems readTypedRating typeInRating
answers.export | lead:own scanner admin | token | exportAnswersCsv exportAnswersWorkbook exportAnswersJson
seat.write | lead:own | - | readMySeat readNotice consentToBeNamed declareInterests
technologies.save | lead:own | - | readSavedTechnologies saveTechnology unsaveTechnology
signals.nominate | lead scanner | token | nominate
signals.read | scanner admin | token | listNotices listSignals readSignalChoices readSignal listSignalRecords readSignalSuggestions
signals.write | scanner | token | triageSignals triageSignal
nominations.send | anyone | token | readNominationForm nominateOpenly
sources.read | scanner admin | token | listConnectors listSources readSource listSourceRuns
sources.write | scanner admin | token | addSource changeSource archiveSource readSourceNow trySource
duplicates.read | scanner admin | token | listDuplicates listToldApart readDuplicate listMerges
technologies.merge | scanner | - | mergeTechnologies tellApart forgetToldApart undoMerge
scan-team.read | scanner admin | token | listScanTeam
filtration.read | scanner admin | token | readFunnel listFunnelItems readCoverage readCoverageNote
filtration.write | scanner | token | writeCoverageNote removeCoverageNote
outside-lists.read | scanner admin | token | listOutsideLists readOutsideList listOutsideItems readOutsideItem
outside-lists.write | scanner | token | previewOutsideList enterOutsideList changeOutsideList archiveOutsideList matchOutsideList settleOutsideItem settleOutsideItems
outside-lists.export | scanner admin | token | exportOutsideList
imports.send | scanner admin | token | addImport chooseImportColumns mapImportedRadar enterImport discardImport
imports.read | scanner admin | token | listImports readImport listImportRows readImportTemplateCsv readImportTemplateWorkbook
imports.export | scanner admin | token | readImportBadRowsCsv readImportBadRowsWorkbook
imports.write | scanner | token |
ratings.import | admin | - |
discussion.read | scanner admin | token | readRoundReport readDiscussion readDiscussionNote
discussion.write | scanner | - | writeDiscussionNote
reviews.read | board:signed lead:own-and-signed scanner admin | token | listReviews readReview listReviewVersions readWorkforce
reviews.write | lead:own | - | writeReview signReview
editions.read | anyone:published board:shown lead:published scanner admin | token | listEditions readEdition readFrozenTechnology compareEditions readTechnologyHistory readEditionsFeed
editions.export | anyone:published board:shown lead:published scanner admin | token | exportEditionFile exportThoughtworksCsv exportThoughtworksJson exportAoeJson exportBackstageJson
board-pack.export | board:shown lead:published scanner admin | token | exportBoardPack
editions.write | scanner | token | createEdition changeEdition discardEdition readEditionChecklist
editions.publish | scanner | - | approveEdition supersedeEdition withdrawEdition
editions.decide | board scanner | - | recordDecision
ranking.read | anyone:in-editions board:drafts lead scanner admin | token | readRanking readReadings readStanding readCertainty readPlaceCertainty readWhy readFragility
ranking.export | anyone:in-editions board:drafts lead scanner admin | token | exportRankingCsv exportRankingWorkbook exportRankingJson
heat-map.read | anyone:in-editions board:drafts lead scanner admin | token | readHeatMap
heat-map.export | board:drafts lead scanner admin | token | exportHeatMapCsv exportHeatMapWorkbook
demonstration.restart | scanner admin | - | restartDemonstration
`

export type Cell = Role | 'anyone'
export const cells: readonly Cell[] = ['anyone', 'board', 'lead', 'scanner', 'admin']

export interface MatrixRow {
  action: string
  grants: Partial<Record<Cell, string>>
  byToken: boolean
  operations: string[]
}

export const matrix: MatrixRow[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [action = '', who = '', token = '', operations = ''] = line.split('|').map((part) => part.trim())
    const grants = who.split(' ').map((cell) => [cell.split(':')[0], cell.split(':')[1] ?? 'all'])
    const grantsByRole: MatrixRow['grants'] = Object.fromEntries(grants)
    return {
      action,
      grants: grantsByRole,
      byToken: token === 'token',
      operations: operations.split(' ').filter(Boolean),
    }
  })
