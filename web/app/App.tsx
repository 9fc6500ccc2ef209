import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import NotFound from '../shared/states/NotFound.tsx'
import { Layout } from './Layout.tsx'
import { SignedIn } from './SignedIn.tsx'

const RadarPage = lazy(() => import('../radar/RadarPage.tsx'))
const RankingPage = lazy(() => import('../ranking/RankingPage.tsx'))
const SearchPage = lazy(() => import('../search/SearchPage.tsx'))
const DuplicatesPage = lazy(() => import('../duplicates/DuplicatesPage.tsx'))
const TechnologiesPage = lazy(() => import('../technologies/TechnologiesPage.tsx'))
const EnterTechnologyPage = lazy(() => import('../technologies/EnterTechnologyPage.tsx'))
const TechnologyPage = lazy(() => import('../technologies/TechnologyPage.tsx'))
const TechnologyChangesPage = lazy(() => import('../technologies/changes/ChangesPage.tsx'))
const ChangeTechnologyPage = lazy(() => import('../technologies/ChangeTechnologyPage.tsx'))
const ComparePage = lazy(() => import('../compare/ComparePage.tsx'))
const WhatIfPage = lazy(() => import('../what-if/WhatIfPage.tsx'))
const HeatMapPage = lazy(() => import('../heat-map/HeatMapPage.tsx'))
const SpecialismsPage = lazy(() => import('../specialisms/SpecialismsPage.tsx'))
const SpecialismPage = lazy(() => import('../specialisms/SpecialismPage.tsx'))
const ReviewPage = lazy(() => import('../reviews/ReviewPage.tsx'))
const WorkforcePage = lazy(() => import('../workforce/WorkforcePage.tsx'))
const InboxPage = lazy(() => import('../signals/InboxPage.tsx'))
const NominatePage = lazy(() => import('../nominations/NominatePage.tsx'))
const MyAnswersPage = lazy(() => import('../ratings/MyAnswersPage.tsx'))
const EditionsPage = lazy(() => import('../editions/EditionsPage.tsx'))
const EditionPage = lazy(() => import('../editions/EditionPage.tsx'))
const ChangesPage = lazy(() => import('../editions/changes/ChangesPage.tsx'))
const EditionCoverPage = lazy(() => import('../editions/cover/EditionCoverPage.tsx'))
const EditionPaperPage = lazy(() => import('../editions/paper/EditionPaperPage.tsx'))
const SourcesPage = lazy(() => import('../sources/SourcesPage.tsx'))
const AddSourcePage = lazy(() => import('../sources/AddSourcePage.tsx'))
const SourcePage = lazy(() => import('../sources/SourcePage.tsx'))
const ScansPage = lazy(() => import('../scans/ScansPage.tsx'))
const ChangeMethodPage = lazy(() => import('../scans/ChangeMethodPage.tsx'))
const NewScanPage = lazy(() => import('../scans/NewScanPage.tsx'))
const ScanPage = lazy(() => import('../scans/ScanPage.tsx'))
const PrepareRoundPage = lazy(() => import('../rounds/PrepareRoundPage.tsx'))
const PilotPage = lazy(() => import('../rounds/PilotPage.tsx'))
const RoundPage = lazy(() => import('../rounds/RoundPage.tsx'))
const DiscussionPage = lazy(() => import('../rounds/DiscussionPage.tsx'))
const ImportsPage = lazy(() => import('../imports/ImportsPage.tsx'))
const ImportPage = lazy(() => import('../imports/ImportPage.tsx'))
const PanelPage = lazy(() => import('../panel/PanelPage.tsx'))
const FunnelPage = lazy(() => import('../filtration/FunnelPage.tsx'))
const CoveragePage = lazy(() => import('../filtration/map/CoveragePage.tsx'))
const OutsideListsPage = lazy(() => import('../filtration/outside/OutsideListsPage.tsx'))
const OutsideListPage = lazy(() => import('../filtration/outside/OutsideListPage.tsx'))
const MessagesPage = lazy(() => import('../messages/MessagesPage.tsx'))
const TokensPage = lazy(() => import('../admin/TokensPage.tsx'))
const TaxonomyPage = lazy(() => import('../taxonomy/TaxonomyPage.tsx'))
const AddTaxonPage = lazy(() => import('../taxonomy/AddTaxonPage.tsx'))
const TaxonPage = lazy(() => import('../taxonomy/TaxonPage.tsx'))
const MethodPage = lazy(() => import('../scans/MethodPage.tsx'))
const AdminPage = lazy(() => import('../admin/AdminPage.tsx'))
const AccountsPage = lazy(() => import('../admin/AccountsPage.tsx'))
const AddAccountPage = lazy(() => import('../admin/AddAccountPage.tsx'))
const OneAccountPage = lazy(() => import('../admin/AccountPage.tsx'))
const SettingsPage = lazy(() => import('../admin/SettingsPage.tsx'))
const PrivacyPage = lazy(() => import('../public-pages/PrivacyPage.tsx'))
const AccessibilityPage = lazy(() => import('../public-pages/AccessibilityPage.tsx'))
const AuditPage = lazy(() => import('../audit/AuditPage.tsx'))
const WelcomePage = lazy(() => import('../accounts/WelcomePage.tsx'))
const AccountPage = lazy(() => import('../account/AccountPage.tsx'))
const SecondFactorPage = lazy(() => import('../account/SecondFactorPage.tsx'))
const SignInPage = lazy(() => import('../accounts/SignInPage.tsx'))
const SignInByLinkPage = lazy(() => import('../accounts/SignInByLinkPage.tsx'))
const ForgottenPasswordPage = lazy(() => import('../accounts/ForgottenPasswordPage.tsx'))
const NewPasswordPage = lazy(() => import('../accounts/NewPasswordPage.tsx'))

/** Every page, loaded when it is first asked for. */
export function App() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path={pages.signIn} element={<SignInPage />} />
        <Route path={pages.secondFactor} element={<SecondFactorPage />} />
        <Route path={pages.signInByLink} element={<SignInByLinkPage />} />
        <Route path={pages.forgottenPassword} element={<ForgottenPasswordPage />} />
        <Route path={pages.newPassword} element={<NewPasswordPage />} />
        <Route path={pages.nominate} element={<NominatePage />} />
        <Route path={pages.welcome} element={<WelcomePage />} />
        <Route path={pages.privacy} element={<PrivacyPage />} />
        <Route path={pages.accessibility} element={<AccessibilityPage />} />
        <Route element={<SignedIn />}>
          <Route path={pages.radar} element={<RadarPage />} />
          <Route path={pages.ranking} element={<RankingPage />} />
          <Route path={pages.search} element={<SearchPage />} />
          <Route path={pages.duplicates} element={<DuplicatesPage />} />
          <Route path={pages.technologies} element={<TechnologiesPage />} />
          <Route path={pages.enterTechnology} element={<EnterTechnologyPage />} />
          <Route path={pages.technology} element={<TechnologyPage />} />
          <Route path={pages.technologyChanges} element={<TechnologyChangesPage />} />
          <Route path={pages.changeTechnology} element={<ChangeTechnologyPage />} />
          <Route path={pages.compare} element={<ComparePage />} />
          <Route path={pages.whatIf} element={<WhatIfPage />} />
          <Route path={pages.heatMap} element={<HeatMapPage />} />
          <Route path={pages.specialisms} element={<SpecialismsPage />} />
          <Route path={pages.specialism} element={<SpecialismPage />} />
          <Route path={pages.review} element={<ReviewPage />} />
          <Route path={pages.workforce} element={<WorkforcePage />} />
          <Route path={pages.signals} element={<InboxPage />} />
          <Route path={pages.myAnswers} element={<MyAnswersPage />} />
          <Route path={pages.editions} element={<EditionsPage />} />
          <Route path={pages.edition} element={<EditionPage />} />
          <Route path={pages.editionChanges} element={<ChangesPage />} />
          <Route path={pages.editionCover} element={<EditionCoverPage />} />
          <Route path={pages.editionPaper} element={<EditionPaperPage />} />
          <Route path={pages.sources} element={<SourcesPage />} />
          <Route path={pages.addSource} element={<AddSourcePage />} />
          <Route path={pages.source} element={<SourcePage />} />
          <Route path={pages.scans} element={<ScansPage />} />
          <Route path={pages.newScan} element={<NewScanPage />} />
          <Route path={pages.scan} element={<ScanPage />} />
          <Route path={pages.changeMethod} element={<ChangeMethodPage />} />
          <Route path={pages.prepareRound} element={<PrepareRoundPage />} />
          <Route path={pages.preparePilot} element={<PilotPage />} />
          <Route path={pages.round} element={<RoundPage />} />
          <Route path={pages.discussion} element={<DiscussionPage />} />
          <Route path={pages.imports} element={<ImportsPage />} />
          <Route path={pages.import} element={<ImportPage />} />
          <Route path={pages.panel} element={<PanelPage />} />
          <Route path={pages.funnel} element={<FunnelPage />} />
          <Route path={pages.coverage} element={<CoveragePage />} />
          <Route path={pages.outsideLists} element={<OutsideListsPage />} />
          <Route path={pages.outsideList} element={<OutsideListPage />} />
          <Route path={pages.messages} element={<MessagesPage />} />
          <Route path={pages.admin} element={<AdminPage />} />
          <Route path={pages.accounts} element={<AccountsPage />} />
          <Route path={pages.addAccount} element={<AddAccountPage />} />
          <Route path={pages.oneAccount} element={<OneAccountPage />} />
          <Route path={pages.settings} element={<SettingsPage />} />
          <Route path={pages.tokens} element={<TokensPage />} />
          <Route path={pages.taxonomy} element={<TaxonomyPage />} />
          <Route path={pages.addTaxon} element={<AddTaxonPage />} />
          <Route path={pages.taxon} element={<TaxonPage />} />
          <Route path={pages.account} element={<AccountPage />} />
          <Route path={pages.method} element={<MethodPage />} />
          <Route path={pages.audit} element={<AuditPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  )
}
