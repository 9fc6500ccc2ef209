import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import NotFound from '../shared/states/NotFound.tsx'
import { Layout } from './Layout.tsx'
import { SignedIn } from './SignedIn.tsx'

const RadarPage = lazy(() => import('../radar/RadarPage.tsx'))
const RankingPage = lazy(() => import('../ranking/RankingPage.tsx'))
const TechnologiesPage = lazy(() => import('../technologies/TechnologiesPage.tsx'))
const EnterTechnologyPage = lazy(() => import('../technologies/EnterTechnologyPage.tsx'))
const TechnologyPage = lazy(() => import('../technologies/TechnologyPage.tsx'))
const ChangeTechnologyPage = lazy(() => import('../technologies/ChangeTechnologyPage.tsx'))
const ComparePage = lazy(() => import('../compare/ComparePage.tsx'))
const MyAnswersPage = lazy(() => import('../ratings/MyAnswersPage.tsx'))
const ScansPage = lazy(() => import('../scans/ScansPage.tsx'))
const ScanPage = lazy(() => import('../scans/ScanPage.tsx'))
const MethodPage = lazy(() => import('../scans/MethodPage.tsx'))
const SignInPage = lazy(() => import('../accounts/SignInPage.tsx'))

/** Every page, loaded when it is first asked for. */
export function App() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path={pages.signIn} element={<SignInPage />} />
        <Route element={<SignedIn />}>
          <Route path={pages.radar} element={<RadarPage />} />
          <Route path={pages.ranking} element={<RankingPage />} />
          <Route path={pages.technologies} element={<TechnologiesPage />} />
          <Route path={pages.enterTechnology} element={<EnterTechnologyPage />} />
          <Route path={pages.technology} element={<TechnologyPage />} />
          <Route path={pages.changeTechnology} element={<ChangeTechnologyPage />} />
          <Route path={pages.compare} element={<ComparePage />} />
          <Route path={pages.myAnswers} element={<MyAnswersPage />} />
          <Route path={pages.scans} element={<ScansPage />} />
          <Route path={pages.scan} element={<ScanPage />} />
          <Route path={pages.method} element={<MethodPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  )
}
